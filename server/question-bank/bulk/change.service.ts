import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Viewer } from '../../../shared/kernel/viewer.js';
import { notFound } from '../../../shared/kernel/failure.js';
import { questionChangeTooLate, questionRepeats } from '../../../shared/question-bank/question.errors.js';
import {
  questionChangeId,
  type ChangePreview,
  type ChangeQuestions,
  type ChangeResult,
  type PreviewChange,
  type UndoResult,
} from '../../../shared/question-bank/question-change.schema.js';
import { Acts } from '../../platform/act/acts.service.js';
import { Clock } from '../../platform/clock.js';
import { fail } from '../../platform/failure-error.js';
import { Jobs } from '../../platform/jobs/jobs.service.js';
import { ensureTopics, findTopic } from '../topic/topic.queries.js';
import { applyChange, readPlan } from './change.queries.js';
import { forgetChanges, lockChange, undoChange } from './change-undo.queries.js';
import { presentPlan } from './change.present.js';

const UNDO_MS = 10 * 60_000;

/** One change for many questions, in one piece, taken back for ten minutes. */
@Injectable()
export class QuestionChanges implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly acts: Acts,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.schedule({
      name: 'question-change.forget',
      cron: '23 3 * * *',
      run: () => forgetChanges(this.dataSource),
    });
  }

  /** What the questions are and what would become of them. Nothing is made, no topic either. */
  async preview({ selection, change = {} }: PreviewChange): Promise<ChangePreview> {
    const topicId = change.topic === undefined ? null : await findTopic(this.dataSource, change.topic);
    return presentPlan(await readPlan(this.dataSource, selection, { ...change, topicId }));
  }

  async apply(viewer: Viewer, { selection, change }: ChangeQuestions): Promise<ChangeResult> {
    const { memberId } = viewer;
    let result: ChangeResult | null = null;
    await this.acts.run(
      viewer,
      async (tx) => {
        const { topic } = change;
        const topicId = topic === undefined ? null : ((await ensureTopics(tx, [topic])).get(topic) ?? null);
        const done = await applyChange(tx, { selection, change: { ...change, topicId }, by: memberId });
        const undoUntil = new Date(this.clock.now().getTime() + UNDO_MS).toISOString();
        result = { ...done, id: questionChangeId.parse(done.id), undoUntil };
        return {
          action: 'question.change',
          subjectId: done.id,
          details: { ...change, changed: done.changed },
        };
      },
      [['question_fingerprint', questionRepeats]],
    );
    return result ?? fail(notFound);
  }

  /** A change is its maker's own. */
  async undo(viewer: Viewer, id: string): Promise<UndoResult> {
    let result: UndoResult = { restored: 0, kept: 0 };
    await this.acts.run(viewer, async (tx) => {
      const change = await lockChange(tx, id);
      if (change?.madeBy !== viewer.memberId) return fail(notFound);
      if (change.madeAt.getTime() + UNDO_MS < this.clock.now().getTime()) fail(questionChangeTooLate);
      result = await undoChange(tx, id);
      return { action: 'question.change_undo', subjectId: id, details: result };
    });
    return result;
  }
}
