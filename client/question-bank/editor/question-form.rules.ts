import type { Level, QuestionContent, QuestionType } from '../../../shared/question-bank/question.schema.js';
import { decimalText, shareText } from './decimal-text.rules.js';

/** What stands in the editor, for all types at once: changing the type forgets nothing. Numbers are as typed. */
export type QuestionForm = {
  type: QuestionType;
  text: string;
  topic: string;
  level: Level;
  tags: string[];
  explanation: string;
  source: string;
  options: OptionForm[];
  /** Shares are typed per option instead of following from what is right. */
  ownShares: boolean;
  correct: boolean;
  numbers: NumberForm[];
  unit: string;
  texts: TextForm[];
  caseSensitive: boolean;
  accentSensitive: boolean;
};
/** `key` stays with a row wherever it is moved. Shares and credits are percent. */
export type OptionForm = { key: number; text: string; right: boolean; share: string };
export type NumberForm = { key: number; value: string; tolerance: string; credit: string };
export type TextForm = { key: number; text: string; credit: string };

export const emptyForm = (): QuestionForm => ({
  type: 'single_choice',
  text: '',
  topic: '',
  level: 'recall',
  tags: [],
  explanation: '',
  source: '',
  options: [0, 1, 2, 3].map((key) => ({ key, text: '', right: key === 0, share: '0' })),
  ownShares: false,
  correct: true,
  numbers: [{ key: 0, value: '', tolerance: '0', credit: '100' }],
  unit: '',
  texts: [{ key: 0, text: '', credit: '100' }],
  caseSensitive: false,
  accentSensitive: false,
});

type Described = { content: QuestionContent; topic: { name: string }; level: Level; tags: string[] };

/** A stored question as the editor shows it. */
export function formOf({ content, topic, level, tags }: Described): QuestionForm {
  const { prompt, explanation, source } = content;
  return {
    ...emptyForm(),
    type: prompt.type,
    text: prompt.text,
    topic: topic.name,
    level,
    tags: [...tags],
    explanation,
    source,
    ...answersOf(content),
  };
}

function answersOf({ prompt, solution }: QuestionContent): Partial<QuestionForm> {
  switch (solution.type) {
    case 'single_choice': {
      const best = Object.entries(solution.credits).find(([, credit]) => credit === 1)?.[0];
      const options = optionsOf(prompt, solution.credits, (id) => id === best);
      return { options, ownShares: options.some((option) => !option.right && option.share !== '0') };
    }
    case 'multiple_choice': {
      const options = optionsOf(prompt, solution.weights, (id) => (solution.weights[id] ?? 0) > 0);
      return { options, ownShares: !followsFromRight(prompt, solution.weights) };
    }
    case 'true_false':
      return { correct: solution.correct };
    case 'number':
      return {
        unit: prompt.type === 'number' ? prompt.unit : '',
        numbers: solution.accepted.map(({ value, tolerance, credit }, key) => ({
          key,
          value: decimalText(value),
          tolerance: decimalText(tolerance),
          credit: shareText(credit),
        })),
      };
    case 'short_text':
      return {
        texts: solution.accepted.map(({ text, credit }, key) => ({ key, text, credit: shareText(credit) })),
        caseSensitive: solution.caseSensitive,
        accentSensitive: solution.accentSensitive,
      };
  }
}

type Prompt = QuestionContent['prompt'];
type Shares = Record<string, number>;

function optionsOf(prompt: Prompt, shares: Shares, isRight: (id: string) => boolean): OptionForm[] {
  if (!('options' in prompt)) return [];
  return prompt.options.map(({ id, text }, key) => ({
    key,
    text,
    right: isRight(id),
    share: shareText(shares[id] ?? 0),
  }));
}

/** Whether the weights are those that right and wrong alone would give. */
function followsFromRight(prompt: Prompt, weights: Shares): boolean {
  if (!('options' in prompt)) return true;
  const rightCount = Object.values(weights).filter((weight) => weight > 0).length;
  return prompt.options.every(({ id }) => {
    const weight = weights[id] ?? 0;
    return Math.abs(Math.abs(weight) - 1 / rightCount) < 0.005;
  });
}
