import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { z } from 'zod';
import { questionRepeats } from '../../../shared/question-bank/question.errors.js';
import {
  questionId,
  type CreateQuestion,
  type EditQuestion,
  type QuestionContent,
  type QuestionPage,
  type QuestionQuery,
  type QuestionView,
  type ReviewState,
} from '../../../shared/question-bank/question.schema.js';
import { internalError, notFound, staleWrite } from '../../../shared/kernel/failure.js';
import { instant } from '../../../shared/kernel/time.js';
import type { Viewer } from '../../../shared/kernel/viewer.js';
import { Acts, type Done } from '../../platform/act/acts.service.js';
import { isUniqueViolation } from '../../platform/database/database-away.js';
import { fail, FailureError } from '../../platform/failure-error.js';
import { decodeCursor, encodeCursor } from '../../platform/http/cursor.js';
import { newId } from '../../platform/ids.js';
import { ensureTopics } from '../topic/topic.queries.js';
import { lettered } from './option-ids.rules.js';
import { fingerprint } from '../grading/question-text.rules.js';
import {
  countQuestions,
  findByFingerprints,
  listQuestions,
  lockQuestion,
  readQuestion,
  readVersions,
} from './question.queries.js';
import { presentQuestion, presentQuestionRow } from './question.present.js';
import {
  addQuestions,
  addVersion,
  moveQuestions,
  reviewQuestions,
  writeQuestion,
} from './question-write.queries.js';

const place = z.tuple([instant, questionId]);
const FINGERPRINT_INDEX = 'question_fingerprint';

@Injectable()
export class QuestionService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly acts: Acts,
  ) {}

  async list(query: QuestionQuery): Promise<QuestionPage> {
    const from = decodeCursor(place, query.cursor);
    const after = from && { updatedAt: from[0], id: from[1] };
    const [rows, total] = await Promise.all([
      listQuestions(this.dataSource, query, { after, limit: query.limit + 1 }),
      countQuestions(this.dataSource, query),
    ]);
    const shown = rows.slice(0, query.limit);
    const last = shown.at(-1);
    const next = rows.length > query.limit && last ? encodeCursor([last.place, last.id]) : null;
    return { items: shown.map(presentQuestionRow), next, total };
  }

  async read(id: string): Promise<QuestionView> {
    const [record, [newest, ...older]] = await Promise.all([
      readQuestion(this.dataSource, id),
      readVersions(this.dataSource, id),
    ]);
    if (!record || !newest) return fail(notFound);
    return presentQuestion(record, [newest, ...older]);
  }

  /** A question written by hand starts as a draft. */
  async create(viewer: Viewer, { content, topic, level, tags }: CreateQuestion): Promise<QuestionView> {
    const id = newId(questionId);
    await this.acts.run(viewer, async (tx) => {
      const question = {
        id,
        topic,
        level,
        tags,
        content,
        fingerprint: fingerprint(content),
        reviewState: 'draft' as const,
      };
      const added = await addQuestions(tx, [question], { memberId: viewer.memberId, importId: null });
      if (added.length === 0) await this.refuseRepetition(tx, content);
      return { action: 'question.create', subjectId: id };
    });
    return this.read(id);
  }

  /** A change of the content makes a new version; rounds that froze an older one keep it. */
  async edit(
    viewer: Viewer,
    id: string,
    { content, topic, level, tags, expectedVersion }: EditQuestion,
  ): Promise<QuestionView> {
    try {
      await this.acts.run(viewer, async (tx) => {
        const locked = (await lockQuestion(tx, id)) ?? fail(notFound);
        if (locked.version !== expectedVersion) fail(staleWrite, { version: locked.version });
        const [newest] = await readVersions(tx, id);
        const sameContent =
          newest !== undefined &&
          JSON.stringify(lettered(newest.content)) === JSON.stringify(lettered(content));
        const topicId = (await ensureTopics(tx, [topic])).get(topic) ?? fail(internalError);
        const version = sameContent ? locked.version : locked.version + 1;
        const change = { id, version, topicId, level, tags, content, fingerprint: fingerprint(content) };
        if (!sameContent) await addVersion(tx, change, viewer.memberId);
        await writeQuestion(tx, change);
        return { action: 'question.edit', subjectId: id, details: { version } };
      });
    } catch (error) {
      if (isUniqueViolation(error, FINGERPRINT_INDEX))
        return this.refuseRepetition(this.dataSource.manager, content);
      throw error;
    }
    return this.read(id);
  }

  async review(viewer: Viewer, ids: readonly string[], state: ReviewState): Promise<number> {
    const done = await this.acts.run(
      viewer,
      async (tx) => {
        const changed = await reviewQuestions(tx, ids, state);
        return { action: 'question.review', subjectId: changed, details: { state } };
      },
      [[FINGERPRINT_INDEX, questionRepeats]],
    );
    return countOf(done);
  }

  async move(viewer: Viewer, ids: readonly string[], topic: string): Promise<number> {
    const done = await this.acts.run(viewer, async (tx) => {
      const topicId = (await ensureTopics(tx, [topic])).get(topic) ?? fail(internalError);
      const changed = await moveQuestions(tx, ids, topicId);
      return { action: 'question.move', subjectId: changed, details: { topicId } };
    });
    return countOf(done);
  }

  private async refuseRepetition(tx: EntityManager, content: QuestionContent): Promise<never> {
    const own = fingerprint(content);
    const code = (await findByFingerprints(tx, [own])).get(own);
    throw new FailureError(questionRepeats, code === undefined ? {} : { code });
  }
}

/** How many things an act was done to. */
function countOf(done: Done): number {
  return done ? [done.subjectId].flat().length : 0;
}
