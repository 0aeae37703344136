import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../shared/kernel/viewer.js';
import type { DeskMove } from '../../shared/qna/desk.schema.js';
import type { InquiryState, OwnInquiry } from '../../shared/qna/inquiry.schema.js';
import type { InquiryId, QnaSessionId } from '../../shared/qna/session.schema.js';
import { AskingService } from '../qna/audience/asking.service.js';
import { Hosting } from '../qna/organise/hosting.service.js';
import { Moves } from '../qna/desk/move.service.js';
import { QnaLive } from '../qna/live/qna-live.service.js';
import { QnaSessions } from '../qna/organise/session.service.js';
import { VoteService } from '../qna/audience/vote.service.js';
import type { DemoEntrant } from './organisation.queries.js';
import { demoSessions, type DemoInquiry, type DemoOutcome, type DemoSession } from './qna.js';
import { StoryClock } from './story-clock.js';
import type { WorldInquiry, WorldSession } from './world.rules.js';

const MINUTE = 60_000;
const DAY = 86_400_000;
const BETWEEN_QUESTIONS = 65_000;
/** How long after a question was asked … it is approved, labelled, merged or declined, answered. */
const APPROVED_AFTER = 30_000;
const SETTLED_AFTER = 2 * MINUTE;
const ANSWERED_AFTER = 6 * MINUTE;
const ANSWERING_SINCE = 150_000;

/** Question sessions of the demo world, asked, supported and answered through the very code that real ones run. */
@Injectable()
export class DemoQnaSessions {
  constructor(
    private readonly clock: StoryClock,
    private readonly sessions: QnaSessions,
    private readonly hosting: Hosting,
    private readonly asking: AskingService,
    private readonly votes: VoteService,
    private readonly moves: Moves,
    private readonly live: QnaLive,
  ) {}

  /** `host` runs all of them; `helpers` sit at their desks, triage first, then the scribe. */
  async hold(
    host: Viewer,
    helpers: readonly [string, string],
    everybody: readonly DemoEntrant[],
  ): Promise<WorldSession[]> {
    const held: WorldSession[] = [];
    for (const session of demoSessions) held.push(await this.holdOne(host, session, { helpers, everybody }));
    return held;
  }

  private async holdOne(
    host: Viewer,
    demo: DemoSession,
    { helpers, everybody }: { helpers: readonly [string, string]; everybody: readonly DemoEntrant[] },
  ): Promise<WorldSession> {
    const { startsAt, endsAt, asksFrom } = timesOf(demo, this.clock.present);
    this.clock.goTo(new Date(asksFrom.getTime() - DAY));
    const id = await this.create(host, demo, { startsAt, endsAt });
    await this.hosting.setTeamMember(host, id, [helpers[0], 'triage']);
    await this.hosting.setTeamMember(host, id, [helpers[1], 'scribe']);
    const asked: Asked[] = [];
    for (const [index, inquiry] of demo.inquiries.entries()) {
      const at = new Date(asksFrom.getTime() + (index + 1) * BETWEEN_QUESTIONS);
      this.clock.goTo(at);
      const author = viewerOf(everybody[(index * 17 + 3) % everybody.length]);
      const voters = votersOf(inquiry, index, everybody);
      asked.push({ demo: inquiry, own: await this.ask(author, id, inquiry), at, voters });
    }
    if (demo.moderation === 'before') await this.approve({ host, id }, asked);
    await this.vote(asked);
    await this.settle({ host, id }, asked);
    await this.live.countMissed();
    if (demo.ended) await this.end(host, id, endsAt);
    return {
      title: demo.title,
      ended: demo.ended,
      inquiries: asked.map((one, index) => meantOf(one, asked[index - 1])),
    };
  }

  private async create(
    host: Viewer,
    demo: DemoSession,
    { startsAt, endsAt }: { startsAt: Date; endsAt: Date },
  ): Promise<QnaSessionId> {
    const { session } = await this.sessions.create(host, {
      title: demo.title,
      description: demo.description,
      startsAt: startsAt.toISOString(),
      endsAt: endsAt.toISOString(),
      moderation: demo.moderation,
      guestsAllowed: demo.guestsAllowed,
      guestsVote: true,
      maxPerPerson: null,
      slowModeSeconds: 0,
      words: ['ngu ngốc', 'vớ vẩn'],
      labels: [...demo.labels],
      answerSeconds: 180,
      level: 'named',
      keyHolders: null,
      draft: false,
    });
    return session.id;
  }

  private async ask(author: Viewer, id: QnaSessionId, { text, anonymous }: DemoInquiry): Promise<OwnInquiry> {
    const key = randomBytes(32).toString('base64url');
    const who = { viewer: author, cookie: undefined };
    return (await this.asking.ask(who, id, { key, text, anonymous: anonymous ?? false })).inquiry;
  }

  private async approve(desk: Desk, asked: readonly Asked[]): Promise<void> {
    for (const one of asked) {
      if (one.demo.outcome?.kind === 'pending' || one.demo.outcome?.kind === 'declined') continue;
      this.clock.goTo(after(one.at, APPROVED_AFTER));
      await this.move(desk, one.own, (at) => ({ kind: 'approve', ...at }));
    }
  }

  private async vote(asked: readonly Asked[]): Promise<void> {
    await Promise.all(
      asked.flatMap(({ own, voters }) =>
        voters.map((voter) => this.votes.cast({ viewer: viewerOf(voter), cookie: undefined }, own.id, true)),
      ),
    );
  }

  private async settle(desk: Desk, asked: readonly Asked[]): Promise<void> {
    for (const [index, { demo, own, at }] of asked.entries()) {
      this.clock.goTo(after(at, SETTLED_AFTER));
      if (demo.label !== undefined)
        await this.move(desk, own, (place) => ({ kind: 'label', ...place, labels: [demo.label ?? ''] }));
      const target = asked[index + 1]?.own;
      if (demo.outcome?.kind === 'merged' && target) await this.merge(desk, [own, target]);
      else if (demo.outcome)
        await this.conclude(desk, own, this.stepsTo(demo.outcome, { number: index + 1, at }));
    }
  }

  private async conclude(desk: Desk, own: OwnInquiry, steps: readonly Step[]): Promise<void> {
    for (const { at, moveOf } of steps) {
      this.clock.goTo(at);
      await this.move(desk, own, moveOf);
    }
  }

  private async end(host: Viewer, id: QnaSessionId, endsAt: Date): Promise<void> {
    this.clock.goTo(endsAt);
    await this.hosting.switch(host, id, { ended: true });
  }

  private async merge({ host, id }: Desk, [own, target]: [OwnInquiry, OwnInquiry]): Promise<void> {
    const { inquiries } = await this.moves.move(host, id, {
      kind: 'merge',
      targetId: target.id,
      inquiryIds: [own.id],
    });
    target.rev = inquiries.find((one) => one.id === target.id)?.rev ?? target.rev;
  }

  /** Makes the move and notes the question's new revision for the next one. */
  private async move({ host, id }: Desk, own: OwnInquiry, moveOf: MoveOf): Promise<void> {
    const { inquiries } = await this.moves.move(host, id, moveOf({ inquiryId: own.id, rev: own.rev }));
    own.rev = inquiries.find((one) => one.id === own.id)?.rev ?? own.rev;
  }

  /** An answer on air takes between one and a half and four minutes; what is being answered began a while ago. */
  private stepsTo(outcome: DemoOutcome, { number, at }: { number: number; at: Date }): Step[] {
    const answered = after(at, ANSWERED_AFTER);
    const begun = after(answered, -(95 + ((number * 37) % 150)) * 1000);
    const { present } = this.clock;
    switch (outcome.kind) {
      case 'pending':
      case 'merged':
        return [];
      case 'next':
        return [{ at: after(present, -MINUTE), moveOf: (place) => ({ kind: 'next', ...place, on: true }) }];
      case 'answering':
        return [
          {
            at: after(present, -ANSWERING_SINCE),
            moveOf: (place) => ({ kind: 'answer_now', ...place, by: outcome.by }),
          },
        ];
      case 'on_air':
        return [
          { at: begun, moveOf: (place) => ({ kind: 'answer_now', ...place, by: outcome.by }) },
          { at: answered, moveOf: (place) => ({ kind: 'answered', ...place, text: outcome.text }) },
        ];
      case 'in_writing': {
        const { text, by } = outcome;
        return [{ at: answered, moveOf: (place) => ({ kind: 'answer_in_writing', ...place, text, by }) }];
      }
      case 'declined': {
        const { reason, note } = outcome;
        return [
          { at: after(at, SETTLED_AFTER), moveOf: (place) => ({ kind: 'decline', ...place, reason, note }) },
        ];
      }
    }
  }
}

/** A question that was asked, with who supports it. */
type Asked = { demo: DemoInquiry; own: OwnInquiry; at: Date; voters: readonly DemoEntrant[] };
type Desk = { host: Viewer; id: QnaSessionId };
type MoveOf = (place: { inquiryId: InquiryId; rev: number }) => DeskMove;
type Step = { at: Date; moveOf: MoveOf };

/** A session that lies ahead has been asked in for a quarter of an hour. */
function timesOf(
  { startsAgoMs, durationMs }: DemoSession,
  present: Date,
): { startsAt: Date; endsAt: Date; asksFrom: Date } {
  const startsAt = after(present, -startsAgoMs);
  const asksFrom = startsAgoMs > 0 ? startsAt : after(present, -15 * MINUTE);
  return { startsAt, endsAt: after(startsAt, durationMs), asksFrom };
}

/** Everybody once, and never the author: the step is prime to the number of members. */
function votersOf({ votes }: DemoInquiry, place: number, everybody: readonly DemoEntrant[]): DemoEntrant[] {
  return Array.from(
    { length: votes },
    (_, index) => (index * 11 + place * 17 + 5) % everybody.length,
  ).flatMap((at) => everybody[at] ?? []);
}

/** `before`: the question before it, which may have been merged into it and brought its supporters. */
function meantOf({ demo, voters }: Asked, before: Asked | undefined): WorldInquiry {
  const joined = before?.demo.outcome?.kind === 'merged' ? before.voters : [];
  const supporters = new Set([...voters, ...joined].map(({ memberId }) => memberId));
  const isMerged = demo.outcome?.kind === 'merged';
  return {
    text: demo.text,
    state: stateAfter(demo.outcome),
    next: demo.outcome?.kind === 'next',
    cast: demo.votes,
    votes: isMerged ? 0 : supporters.size,
  };
}

function stateAfter(outcome: DemoOutcome | undefined): InquiryState {
  if (!outcome) return 'approved';
  switch (outcome.kind) {
    case 'next':
      return 'approved';
    case 'on_air':
    case 'in_writing':
      return 'answered';
    default:
      return outcome.kind;
  }
}

function after(at: Date, ms: number): Date {
  return new Date(at.getTime() + ms);
}

function viewerOf(entrant: DemoEntrant | undefined): Viewer {
  if (!entrant) throw new Error('The demo has nobody to ask');
  return { memberId: entrant.memberId, sessionId: '', unitPath: [entrant.unitId], grants: [] };
}
