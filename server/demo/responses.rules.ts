import type {
  QuestionContent,
  QuestionPrompt,
  QuestionResponse,
  QuestionSolution,
} from '../../shared/question-bank/question.schema.js';

/** Repeatable pseudo-random numbers from 0 to 1 (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

type Content = Pick<QuestionContent, 'prompt' | 'solution'>;

/** What an invented contestant answers: right when `knows`, else some wrong choice. */
export function responseOf(
  { prompt, solution }: Content,
  knows: boolean,
  random: () => number,
): QuestionResponse {
  switch (solution.type) {
    case 'single_choice':
      return { type: 'single_choice', choice: pickOption(prompt, solution, { knows, random }) };
    case 'multiple_choice': {
      // In the order written: the names of the options are dealt out anew each time, and a key is stored by name.
      const right = optionsOf(prompt).filter((id) => (solution.weights[id] ?? 0) > 0);
      return { type: 'multiple_choice', choices: knows ? right : right.slice(0, 1) };
    }
    case 'true_false':
      return { type: 'true_false', value: knows ? solution.correct : !solution.correct };
    case 'number':
      return {
        type: 'number',
        value: (solution.accepted[0]?.value ?? 0) + (knows ? 0 : 1 + Math.floor(random() * 9)),
      };
    case 'short_text':
      return { type: 'short_text', text: knows ? (solution.accepted[0]?.text ?? '?') : 'không nhớ' };
  }
}

function pickOption(
  prompt: QuestionPrompt,
  solution: Extract<QuestionSolution, { type: 'single_choice' }>,
  { knows, random }: { knows: boolean; random: () => number },
): string {
  const fitting = optionsOf(prompt).filter((id) => (solution.credits[id] === 1) === knows);
  return fitting[Math.floor(random() * fitting.length)] ?? 'a';
}

function optionsOf(prompt: QuestionPrompt): string[] {
  return 'options' in prompt ? prompt.options.map(({ id }) => id) : [];
}

/** What credits earn: their sum times the points of a question, rounded half up to two decimals. */
export function pointsFor(credits: readonly number[], pointsPerQuestion: number): number {
  const millionths = credits.reduce((sum, credit) => sum + Math.round(credit * 1_000_000), 0);
  return Math.round((millionths * pointsPerQuestion) / 10_000) / 100;
}
