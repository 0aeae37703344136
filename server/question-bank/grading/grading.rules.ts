import { alike } from '../../../shared/kernel/text.js';
import { wildcardParts } from '../../../shared/question-bank/accepted-text.js';
import type {
  QuestionContent,
  QuestionResponse,
  QuestionSolution,
} from '../../../shared/question-bank/question.schema.js';

type Gradable = Pick<QuestionContent, 'prompt' | 'solution'>;
type ShortTextSolution = Extract<QuestionSolution, { type: 'short_text' }>;

/** Share of the points, 0 to 1, an answer earns; 0 for none and for one of another type than the question. */
export function gradeResponse({ solution }: Gradable, response: QuestionResponse | null): number {
  if (response === null) return 0;
  switch (solution.type) {
    case 'single_choice':
      return response.type === solution.type ? clamp(weightOf(solution.credits, response.choice)) : 0;
    case 'multiple_choice':
      return response.type === solution.type ? multipleCredit(solution.weights, response.choices) : 0;
    case 'true_false':
      return response.type === solution.type && response.value === solution.correct ? 1 : 0;
    case 'number': {
      if (response.type !== solution.type) return 0;
      const { value } = response;
      return best(solution.accepted.filter((entry) => within(value, entry.value, entry.tolerance)));
    }
    case 'short_text':
      return response.type === solution.type ? shortTextCredit(solution, response.text) : 0;
  }
}

/** Three weights of 33.3 % are meant as the whole: reaching the sum of all positive weights is full credit. */
function multipleCredit(weights: Record<string, number>, choices: readonly string[]): number {
  const whole = sum(Object.values(weights).filter((weight) => weight > 0));
  const reached = sum([...new Set(choices)].map((choice) => weightOf(weights, choice)));
  return whole > 0.99 && reached >= whole - 1e-9 ? 1 : clamp(reached);
}

function within(answer: number, value: number, tolerance: number): boolean {
  // 0.1 + 0.2 counts as 0.3: a few units in the last place of the largest number involved.
  const noise = 8 * Number.EPSILON * Math.max(Math.abs(answer), Math.abs(value), tolerance);
  return Number.isFinite(answer) && Math.abs(answer - value) <= tolerance + noise;
}

function shortTextCredit(solution: ShortTextSolution, answer: string): number {
  const comparable = (text: string) =>
    alike(text, { accents: solution.accentSensitive, letterCase: solution.caseSensitive });
  const given = comparable(answer);
  return best(solution.accepted.filter((entry) => matches(comparable(entry.text), given)));
}

/** Whether the text fits a pattern in which `*` stands for any run of characters, also an empty one, and `\*` for itself. */
function matches(pattern: string, text: string): boolean {
  const parts = wildcardParts(pattern);
  const head = parts[0] ?? '';
  if (parts.length === 1) return text === head;
  const tail = parts[parts.length - 1] ?? '';
  if (text.length < head.length + tail.length || !text.startsWith(head) || !text.endsWith(tail)) return false;
  const end = text.length - tail.length;
  let from = head.length;
  for (const part of parts.slice(1, -1)) {
    const at = text.indexOf(part, from);
    if (at < 0 || at + part.length > end) return false;
    from = at + part.length;
  }
  return true;
}

function weightOf(weights: Record<string, number>, option: string): number {
  return Object.hasOwn(weights, option) ? (weights[option] ?? 0) : 0;
}

const best = (entries: readonly { credit: number }[]) => Math.max(0, ...entries.map((entry) => entry.credit));
const clamp = (credit: number) => Math.min(1, Math.max(0, credit));
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
