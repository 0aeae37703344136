import { z } from 'zod';
import { pageOf } from '../kernel/page.js';
import { topicId, topicName } from './question.schema.js';

/** `retired` topics keep their questions and are offered for no new ones. */
export const topicView = z.object({
  id: topicId,
  name: z.string(),
  /** In use: without the retired ones. */
  questionCount: z.number().int(),
  retired: z.boolean(),
});
export type TopicView = z.infer<typeof topicView>;
export const topicPage = pageOf(topicView);
export type TopicPage = z.infer<typeof topicPage>;

/** `PUT /api/topics/:id/name` */
export const renameTopic = z.object({ name: topicName });
export type RenameTopic = z.infer<typeof renameTopic>;
/** `PUT /api/topics/:id/successor`: all that stands under it goes over, and it is no more. */
export const mergeTopic = z.object({ into: topicId });
export type MergeTopic = z.infer<typeof mergeTopic>;
