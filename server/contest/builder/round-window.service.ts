import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { contestNotPublished, roundClosed } from '../../../shared/contest/contest.errors.js';
import { roundId, type ContestDraftView, type ExtendWindow } from '../../../shared/contest/contest.schema.js';
import type { Viewer } from '../../../shared/kernel/viewer.js';
import { Clock } from '../../platform/clock.js';
import { fail } from '../../platform/failure-error.js';
import { defineEvent } from '../../platform/outbox/event.js';
import { Outbox } from '../../platform/outbox/outbox.service.js';
import { AttemptDeadlines } from '../attempt/attempt-deadlines.service.js';
import { ContestActs } from '../round/contest-act.service.js';
import { ContestService } from './contest.service.js';
import type { RoundRow } from '../round/round.queries.js';
import { setWindow } from '../round/round.queries.js';
import { areAnswersOut } from '../round/contest-life.rules.js';
import { changeWindow, type Window } from './window-change.rules.js';

/** The window or the state of a published round changed. */
export const roundChanged = defineEvent('round.changed', z.object({ roundId }));

/** Gives a published round more time, and those who are at it with it. */
@Injectable()
export class RoundWindowService {
  constructor(
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly acts: ContestActs,
    private readonly contests: ContestService,
    private readonly deadlines: AttemptDeadlines,
  ) {}

  async extend(viewer: Viewer, id: string, wanted: ExtendWindow): Promise<ContestDraftView> {
    const contestId = await this.acts.runOnRound(viewer, id, async (tx, { contest, round }) => {
      const current = windowOf(round);
      if (contest.state !== 'published' || !current) return fail(contestNotPublished);
      const now = this.clock.now();
      const next = { opensAt: new Date(wanted.opensAt), closesAt: new Date(wanted.closesAt) };
      const change = changeWindow(current, next, now);
      if (!change.ok) return fail(change.failure);
      if (isSame(change.window, current)) return null;
      const { closesAt: closed } = current;
      if (areAnswersOut({ ...round, closesAt: closed }, round.settings.answersVisible, now))
        fail(roundClosed);
      const { closesAt } = change.window;
      await setWindow(tx, id, change.window);
      await this.deadlines.keepAnswersBehind(tx, { ...round, closesAt: current.closesAt }, { closesAt });
      const move = { by: 'extended', reason: wanted.reason, at: now } as const;
      await this.deadlines.raise(tx, { ...round, ...round.settings, closesAt }, { move });
      await this.outbox.add(tx, roundChanged, [{ roundId: id }]);
      const details = { from: current, to: change.window, reason: wanted.reason };
      return { action: 'round.extend', subjectId: id, details };
    });
    return this.contests.draft(viewer, contestId);
  }
}

function windowOf({ opensAt, closesAt }: RoundRow): Window | null {
  return opensAt && closesAt ? { opensAt, closesAt } : null;
}

function isSame(one: Window, two: Window): boolean {
  return one.opensAt.getTime() === two.opensAt.getTime() && one.closesAt.getTime() === two.closesAt.getTime();
}
