import type { QuestionContent } from '../../../shared/question-bank/question.schema.js';

/** A whole number from 0 up to, and without, its argument. */
export type RandomBelow = (limit: number) => number;

/** The question with its options called a, b, … in the order written, as the bank shows it. */
export function lettered(content: QuestionContent): QuestionContent {
  return renamed(content, lettersOf(content));
}

/**
 * The question with those letters dealt out anew, as it is stored. Contestants receive the ids with their paper in
 * whatever order it shows the options, and the right one is often written first: an id must not tell where it stood.
 */
export function dealt(content: QuestionContent, below: RandomBelow): QuestionContent {
  const letters = lettersOf(content);
  const drawn: string[] = [];
  while (letters.length > 0) drawn.push(...letters.splice(below(letters.length), 1));
  return renamed(content, drawn);
}

function lettersOf({ prompt }: QuestionContent): string[] {
  return 'options' in prompt ? prompt.options.map((_option, index) => String.fromCharCode(97 + index)) : [];
}

/** `names` are the new ids in the order of the options; the key names them in that order, too. */
function renamed(content: QuestionContent, names: readonly string[]): QuestionContent {
  const { prompt, solution } = content;
  if (!('options' in prompt)) return content;
  const options = prompt.options.map((option, index) => ({ ...option, id: names[index] ?? option.id }));
  const keyed = (key: Record<string, number>) =>
    Object.fromEntries(
      prompt.options.flatMap(({ id }, index) => {
        const value = key[id];
        return value === undefined ? [] : [[names[index] ?? id, value]];
      }),
    );
  const key =
    solution.type === 'single_choice'
      ? { ...solution, credits: keyed(solution.credits) }
      : solution.type === 'multiple_choice'
        ? { ...solution, weights: keyed(solution.weights) }
        : solution;
  return { ...content, prompt: { ...prompt, options }, solution: key };
}
