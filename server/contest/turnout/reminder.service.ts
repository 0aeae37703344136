import { Injectable } from '@nestjs/common';
import { roundClosed, roundNotOpen } from '../../../shared/contest/contest.errors.js';
import {
  reminderBatchId,
  type ReminderBatchId,
  type RemindersView,
  type WriteReminders,
} from '../../../shared/contest/turnout.schema.js';
import type { Viewer } from '../../../shared/kernel/viewer.js';
import { Acts } from '../../platform/act/acts.service.js';
import { Clock } from '../../platform/clock.js';
import { fail } from '../../platform/failure-error.js';
import { newId } from '../../platform/ids.js';
import { remindAll, remindThese, takeBack } from './reminder.queries.js';
import { peopleOf, TurnoutAccess } from './turnout-access.service.js';
import { turnoutPhase } from './turnout.rules.js';

/** A slip is noticed at once; what somebody has read an hour ago is not unsaid. */
const TAKEN_BACK_WITHIN_MS = 600_000;

/** Reminding people to enter a round that is open: it stands on their home page until they have. */
@Injectable()
export class ReminderService {
  constructor(
    private readonly access: TurnoutAccess,
    private readonly acts: Acts,
    private readonly clock: Clock,
  ) {}

  async remind(viewer: Viewer, roundId: string, whom: WriteReminders): Promise<RemindersView> {
    const at = this.clock.now();
    const followed = await this.access.round(viewer, roundId, 'unit' in whom ? whom.unit : undefined);
    const phase = turnoutPhase(followed.round, at);
    if (phase !== 'open') fail(phase === 'closed' ? roundClosed : roundNotOpen);
    const batch = { id: newId(reminderBatchId), by: viewer.memberId, at };
    let reminded = 0;
    await this.acts.run(viewer, async (tx) => {
      const people = peopleOf(followed, 'everybody' in whom ? whom.q : '');
      reminded =
        'memberIds' in whom
          ? await remindThese(tx, batch, { ...people, members: whom.memberIds })
          : await remindAll(tx, batch, people);
      if (reminded === 0) return null;
      return { action: 'round.remind', subjectId: roundId, details: { batchId: batch.id, reminded } };
    });
    return { batchId: reminded > 0 ? batch.id : null, reminded, at: at.toISOString() };
  }

  /** What was taken back already, or is another's, is as if it were not there. */
  async takeBack(
    viewer: Viewer,
    { roundId, batchId }: { roundId: string; batchId: ReminderBatchId },
  ): Promise<void> {
    const since = new Date(this.clock.nowMs() - TAKEN_BACK_WITHIN_MS);
    await this.acts.run(viewer, async (tx) => {
      const taken = await takeBack(tx, { roundId, batchId, by: viewer.memberId, since });
      if (taken === 0) return null;
      return { action: 'round.remind_undo', subjectId: roundId, details: { batchId, taken } };
    });
  }
}
