import { personalDataCases } from './bao-ve-du-lieu-ca-nhan-tinh-huong.js';
import { personalData } from './bao-ve-du-lieu-ca-nhan.js';
import { digitalTransformation } from './chuyen-doi-so.js';
import type { DemoQuestion } from './demo-question.js';
import { constitutionOnTheState } from './hien-phap-bo-may.js';
import { constitutionOnRights } from './hien-phap-quyen-va-nghia-vu.js';
import { pressHistory } from './lich-su-bao-chi.js';
import { historySince1858 } from './lich-su-viet-nam-tu-1858.js';
import { historyBefore1858 } from './lich-su-viet-nam-truoc-1858.js';
import { cybersecurityCases } from './luat-an-ninh-mang-tinh-huong.js';
import { cybersecurityLaw } from './luat-an-ninh-mang.js';
import { pressLaw } from './luat-bao-chi.js';

/** The whole question bank of the demo world, topic by topic, in a fixed order. */
export const demoQuestions: readonly DemoQuestion[] = [
  ...historyBefore1858,
  ...historySince1858,
  ...constitutionOnTheState,
  ...constitutionOnRights,
  ...cybersecurityLaw,
  ...cybersecurityCases,
  ...personalData,
  ...personalDataCases,
  ...digitalTransformation,
  ...pressHistory,
  ...pressLaw,
];
