import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { notFound } from '../../../shared/kernel/failure.js';
import type { Viewer } from '../../../shared/kernel/viewer.js';
import { topicMergeInvalid, topicNameTaken } from '../../../shared/question-bank/question.errors.js';
import type { TopicPage } from '../../../shared/question-bank/topic.schema.js';
import { Acts } from '../../platform/act/acts.service.js';
import { fail } from '../../platform/failure-error.js';
import { moveInDraftPapers } from './draft-paper.queries.js';
import {
  listTopics,
  lockTopics,
  moveAllQuestions,
  removeUnusedTopics,
  renameTopic,
  retireTopic,
} from './topic.queries.js';

/** What questions stand under. Rounds that froze a topic's name keep it. */
@Injectable()
export class TopicService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly acts: Acts,
  ) {}

  async list(): Promise<TopicPage> {
    const topics = await listTopics(this.dataSource);
    return { items: topics.map(({ count, ...topic }) => ({ ...topic, questionCount: count })), next: null };
  }

  async rename(viewer: Viewer, id: string, name: string): Promise<void> {
    await this.acts.run(
      viewer,
      async (tx) => {
        const [topic] = await lockTopics(tx, [id]);
        if (!topic) return fail(notFound);
        if (topic.name === name) return null;
        await renameTopic(tx, id, name);
        return { action: 'topic.rename', subjectId: id, details: { before: topic.name, name } };
      },
      [['topic_name', topicNameTaken]],
    );
  }

  /** The other has all of its questions then, also in papers nobody has published. Published papers keep theirs. */
  async merge(viewer: Viewer, id: string, into: string): Promise<void> {
    await this.acts.run(viewer, async (tx) => {
      const held = await lockTopics(tx, [id, into]);
      const own = held.find((topic) => topic.id === id) ?? fail(notFound);
      const other = held.find((topic) => topic.id === into) ?? fail(notFound);
      if (id === into || other.retired) fail(topicMergeInvalid);
      const moved = await moveAllQuestions(tx, { from: id, into });
      await moveInDraftPapers(tx, { from: id, into });
      const gone = await removeUnusedTopics(tx, [id]);
      if (gone.length === 0) await retireTopic(tx, id, true);
      return { action: 'topic.merge', subjectId: id, details: { name: own.name, into, moved } };
    });
  }

  async retire(viewer: Viewer, id: string, retired: boolean): Promise<void> {
    await this.acts.run(viewer, async (tx) => {
      const [topic] = await lockTopics(tx, [id]);
      if (!topic) return fail(notFound);
      if (topic.retired === retired) return null;
      await retireTopic(tx, id, retired);
      return { action: retired ? 'topic.retire' : 'topic.restore', subjectId: id };
    });
  }
}
