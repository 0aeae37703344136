import { LEVELS, type Level } from '../../../shared/question-bank/question.schema.js';
import type { Translate } from '../../platform/text/i18n.js';

/** 1 to 4, for the bars beside a level's word. */
export function stepOf(level: Level): 1 | 2 | 3 | 4 {
  return ([1, 2, 3, 4] as const)[LEVELS.indexOf(level)] ?? 1;
}

/** A question's kind, level and state in the reader's language; `t` is of the bank's texts. */
export const questionWords = (t: Translate) => ({
  level: (level: string) => t(`level.${level}`),
  type: (type: string) => t(`type.${type}`),
  state: (state: string) => t(`state.${state}`),
});
