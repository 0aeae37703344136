import { z } from 'zod';
import { pageOf } from '../kernel/page.js';
import { instant } from '../kernel/time.js';
import { visibleLine, visibleLines } from '../kernel/visible-text.js';

/** The texts of a contest that may still be corrected once it is published. */
export const correctableText = z.enum(['summary', 'rules', 'contact']);
export type CorrectableText = z.infer<typeof correctableText>;

export const contestSummary = visibleLines(500);
/** Markdown. */
export const contestRules = visibleLines(20_000);
/** Whom contestants may ask: names, telephone, e-mail. */
export const contestContact = visibleLines(500);

/** `POST /api/contests/:id/copies` */
export const copyContest = z.object({ title: visibleLine(200) });
export type CopyContest = z.infer<typeof copyContest>;

/** `PUT /api/contests/:id/texts`, of a published contest. `revision` guards against a second editor. */
export const correctTexts = z.object({
  summary: contestSummary,
  rules: contestRules,
  contact: contestContact,
  revision: z.int32().min(1),
});
export type CorrectTexts = z.infer<typeof correctTexts>;

/** What readers learn of a correction: which text, and when last. */
export const corrected = z.object({ field: correctableText, at: instant });
export type Corrected = z.infer<typeof corrected>;

/** One correction as organisers see it. */
export const correction = corrected.extend({
  id: z.uuid(),
  by: z.string(),
  before: z.string(),
  after: z.string(),
});
export const correctionPage = pageOf(correction);
export type CorrectionPage = z.infer<typeof correctionPage>;

/** Why and when a contest was ended early. */
export const cancellation = z.object({ reason: z.string(), at: instant });
export type Cancellation = z.infer<typeof cancellation>;

/** What may be done with a contest now, by somebody who may edit it. */
export const contestCan = z.object({
  cancel: z.boolean(),
  correct: z.boolean(),
  archive: z.boolean(),
  remove: z.boolean(),
});
export type ContestCan = z.infer<typeof contestCan>;
