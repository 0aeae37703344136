import { sameText } from '../../../shared/kernel/text.js';
import type {
  ImportDifference,
  ImportedQuestion,
} from '../../../shared/question-bank/question-import.schema.js';
import type { Level, QuestionContent } from '../../../shared/question-bank/question.schema.js';
import { percentText } from '../grading/number-text.rules.js';
import { excerptOf } from '../formats/import-text.rules.js';

/** A question as the bank has it. */
export type KnownQuestion = {
  content: QuestionContent;
  topic: string;
  level: Level;
  tags: readonly string[];
};

const MAX_SHOWN = 200;

/** In what the question of a file differs from the one of the bank that it repeats. What the file leaves out, it does not change. */
export function differencesOf(known: KnownQuestion, wanted: ImportedQuestion): ImportDifference[] {
  const differences: ImportDifference[] = [];
  const compare = (field: ImportDifference['field'], before: string, after: string) => {
    if (before !== after)
      differences.push({ field, before: excerptOf(before, MAX_SHOWN), after: excerptOf(after, MAX_SHOWN) });
  };
  const next = updatedQuestion(known, wanted);
  const [key, nextKey] = [keyText(known.content), keyText(next.content)];
  if (sameText(key) !== sameText(nextKey)) compare('key', key, nextKey);
  compare('text', known.content.prompt.text, next.content.prompt.text);
  compare('options', optionsText(known.content), optionsText(next.content));
  compare('unit', unitOf(known.content), unitOf(next.content));
  compare('explanation', known.content.explanation, next.content.explanation);
  compare('source', known.content.source, next.content.source);
  compare('topic', known.topic, next.topic);
  compare('level', known.level, next.level);
  compare('tags', known.tags.join(', '), next.tags.join(', '));
  return differences;
}

/** The known question with all that the file says of it. */
export function updatedQuestion(
  known: KnownQuestion,
  { content, topic, level, tags, stated }: ImportedQuestion,
): KnownQuestion {
  const isSame = (one: string, other: string) => sameText(one) === sameText(other);
  const keepsTopic = !stated.includes('topic') || isSame(topic, known.topic);
  const keepsTags = tags.length === 0 || isSame(inOrder(tags).join(), inOrder(known.tags).join());
  return {
    content: {
      ...withKnownMarks(content, known.content),
      explanation: content.explanation || known.content.explanation,
      source: content.source || known.content.source,
    },
    topic: keepsTopic ? known.topic : topic,
    level: stated.includes('level') ? level : known.level,
    tags: keepsTags ? known.tags : tags,
  };
}

/** Files without a place for a unit, or for whether case and accents count, say nothing of it. */
function withKnownMarks(content: QuestionContent, known: QuestionContent): QuestionContent {
  const { prompt, solution } = content;
  if (prompt.type === 'number' && known.prompt.type === 'number')
    return { ...content, prompt: { ...prompt, unit: prompt.unit || known.prompt.unit } };
  if (solution.type !== 'short_text' || known.solution.type !== 'short_text') return content;
  const caseSensitive = solution.caseSensitive || known.solution.caseSensitive;
  const accentSensitive = solution.accentSensitive || known.solution.accentSensitive;
  return { ...content, solution: { ...solution, caseSensitive, accentSensitive } };
}

/** What is right, the same for two questions that are graded alike: options by their texts, in no order of their own. */
function keyText({ prompt, solution }: QuestionContent): string {
  switch (solution.type) {
    case 'true_false':
      return String(solution.correct);
    case 'number':
      return listed(
        solution.accepted.map(({ value, tolerance, credit }) =>
          shared(tolerance > 0 ? `${value} ± ${tolerance}` : `${value}`, credit),
        ),
      );
    case 'short_text': {
      const texts = solution.accepted.map(({ text, credit }) => shared(text, credit));
      const marks = `${solution.caseSensitive ? ' (Aa)' : ''}${solution.accentSensitive ? ' (´)' : ''}`;
      return listed(texts) + marks;
    }
    default: {
      const shares = solution.type === 'single_choice' ? solution.credits : solution.weights;
      const whole = solution.type === 'single_choice' ? 1 : null;
      const options = 'options' in prompt ? prompt.options : [];
      return listed(
        options.flatMap(({ id, text }) => {
          const share = shares[id] ?? 0;
          return share === 0 ? [] : [share === whole ? text : shared(text, share)];
        }),
      );
    }
  }
}

const shared = (text: string, share: number) => (share === 1 ? text : `${text} (${percentText(share)}%)`);
const listed = (texts: readonly string[]) => inOrder(texts).join(' · ');
/** By what is the same to a reader: sorted as they are written, Hoà and Hòa would stand in different places. */
const inOrder = (texts: readonly string[]) =>
  texts.toSorted((one, other) => (sameText(one) < sameText(other) ? -1 : 1));
const optionsText = ({ prompt }: QuestionContent) =>
  'options' in prompt ? listed(prompt.options.map(({ text }) => text)) : '';
const unitOf = ({ prompt }: QuestionContent) => (prompt.type === 'number' ? prompt.unit : '');
