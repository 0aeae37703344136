import type { ChoiceOption, Level, QuestionContent } from '../../../shared/question-bank/question.schema.js';

/** A question of the demo world, in the shape the question bank takes. */
export type DemoQuestion = { topic: string; level: Level; tags: string[]; content: QuestionContent };

type Draft = Omit<DemoQuestion, 'topic'>;
type Notes = { level: Level; text: string; explanation: string; source: string; tags: string[] };

/** Options in the order shown; a right one starts with `*`. */
type Marked = { options: readonly string[] };

const IDS = 'abcdefghij';
const WRONG_WEIGHT = -0.5;

export function questionsOn(topic: string, drafts: readonly Draft[]): DemoQuestion[] {
  return drafts.map((draft) => ({ topic, ...draft }));
}

export function single(item: Notes & Marked): Draft {
  const credits = Object.fromEntries(rightIds(item.options).map((id) => [id, 1]));
  return drafted(item, {
    prompt: { type: 'single_choice', text: item.text, options: shown(item.options) },
    solution: { type: 'single_choice', credits },
  });
}

/** The right options share one point in whole hundredths; each wrong one takes half a point away. */
export function multiple(item: Notes & Marked): Draft {
  const right = rightIds(item.options);
  const share = Math.floor(100 / right.length);
  const first = 100 - share * (right.length - 1);
  const weights = Object.fromEntries(
    shown(item.options).map(({ id }) => {
      if (!right.includes(id)) return [id, WRONG_WEIGHT];
      return [id, (id === right[0] ? first : share) / 100];
    }),
  );
  return drafted(item, {
    prompt: { type: 'multiple_choice', text: item.text, options: shown(item.options) },
    solution: { type: 'multiple_choice', weights },
  });
}

export function trueFalse(item: Notes & { correct: boolean }): Draft {
  return drafted(item, {
    prompt: { type: 'true_false', text: item.text },
    solution: { type: 'true_false', correct: item.correct },
  });
}

export function number(item: Notes & { answer: number; tolerance?: number; unit?: string }): Draft {
  return drafted(item, {
    prompt: { type: 'number', text: item.text, unit: item.unit ?? '' },
    solution: {
      type: 'number',
      accepted: [{ value: item.answer, tolerance: item.tolerance ?? 0, credit: 1 }],
    },
  });
}

/** Accents and case do not matter; every accepted writing earns full credit. */
export function shortText(item: Notes & { accepted: readonly string[] }): Draft {
  return drafted(item, {
    prompt: { type: 'short_text', text: item.text },
    solution: {
      type: 'short_text',
      accepted: item.accepted.map((text) => ({ text, credit: 1 })),
      caseSensitive: false,
      accentSensitive: false,
    },
  });
}

function drafted(notes: Notes, asked: Pick<QuestionContent, 'prompt' | 'solution'>): Draft {
  const { level, tags, explanation, source } = notes;
  return { level, tags, content: { ...asked, explanation, source } };
}

function shown(options: readonly string[]): ChoiceOption[] {
  return options.map((text, index) => ({ id: IDS.charAt(index), text: text.replace(/^\*/, '') }));
}

function rightIds(options: readonly string[]): string[] {
  return options.flatMap((text, index) => (text.startsWith('*') ? [IDS.charAt(index)] : []));
}
