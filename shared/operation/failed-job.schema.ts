import { z } from 'zod';
import { idOf } from '../kernel/ids.js';
import { pageOf } from '../kernel/page.js';
import { instant } from '../kernel/time.js';

export const failedJobId = idOf('FailedJobId');
export type FailedJobId = z.infer<typeof failedJobId>;

/** A job that used up its tries. What it was to do it with is not shown: that may be anybody's secret. */
export const failedJob = z.object({
  id: failedJobId,
  /** What was to be done: `outbox.forget_taken`. */
  name: z.string(),
  /** A code or the name of a class of errors, never a message. */
  error: z.string(),
  /** Under which the log has the error itself. */
  jobId: z.uuid(),
  tries: z.number().int().positive(),
  /** When it was first to be done. */
  since: instant,
  /** When it was given up. */
  failedAt: instant,
});
export type FailedJob = z.infer<typeof failedJob>;

export const failedJobPage = pageOf(failedJob);
export type FailedJobPage = z.infer<typeof failedJobPage>;
