import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Viewer } from '../../shared/kernel/viewer.js';
import type { DeskMove } from '../../shared/qna/desk.schema.js';
import type { OwnInquiry } from '../../shared/qna/inquiry.schema.js';
import type { InquiryId, QnaSessionId } from '../../shared/qna/session.schema.js';
import { Clock } from '../platform/clock.js';
import { AskingService } from '../qna/audience/asking.service.js';
import { Hosting } from '../qna/organise/hosting.service.js';
import { Moves } from '../qna/desk/move.service.js';
import { QnaLive } from '../qna/live/qna-live.service.js';
import { QnaSessions } from '../qna/organise/session.service.js';
import { VoteService } from '../qna/audience/vote.service.js';
import { readEntrants, type DemoEntrant } from './organisation.queries.js';
import { demoSessions, type DemoInquiry, type DemoOutcome, type DemoSession } from './qna.js';
import { backdate } from './qna.queries.js';

/** Question sessions of the demo world, asked, supported and answered through the very code that real ones run. */
@Injectable()
export class DemoQnaSessions {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly sessions: QnaSessions,
    private readonly hosting: Hosting,
    private readonly asking: AskingService,
    private readonly votes: VoteService,
    private readonly moves: Moves,
    private readonly live: QnaLive,
  ) {}

  /** `host` runs all of them; `helpers` sit at their desks, triage first, then the scribe. */
  async hold(host: Viewer, helpers: readonly [string, string]): Promise<void> {
    const everybody = await readEntrants(this.dataSource);
    for (const session of demoSessions) await this.holdOne(host, session, { helpers, everybody });
  }

  private async holdOne(
    host: Viewer,
    demo: DemoSession,
    { helpers, everybody }: { helpers: readonly [string, string]; everybody: readonly DemoEntrant[] },
  ): Promise<void> {
    const startsAt = new Date(this.clock.nowMs() - demo.startsAgoMs);
    const id = await this.create(host, demo, startsAt);
    await this.hosting.setTeamMember(host, id, [helpers[0], 'triage']);
    await this.hosting.setTeamMember(host, id, [helpers[1], 'scribe']);
    const asked: { demo: DemoInquiry; own: OwnInquiry }[] = [];
    for (const [index, inquiry] of demo.inquiries.entries()) {
      const author = viewerOf(everybody[(index * 17 + 3) % everybody.length]);
      asked.push({ demo: inquiry, own: await this.ask(author, id, inquiry) });
    }
    if (demo.moderation === 'before') await this.approve(host, id, asked);
    await this.vote(asked, everybody);
    await this.settle(host, id, asked);
    if (demo.startsAgoMs > 0)
      await backdate(this.dataSource, id, { startsAt, endedAt: endOf(demo, startsAt) });
    this.live.touched(
      id,
      asked.map(({ own }) => own.id),
    );
  }

  private async create(host: Viewer, demo: DemoSession, startsAt: Date): Promise<QnaSessionId> {
    const { session } = await this.sessions.create(host, {
      title: demo.title,
      description: demo.description,
      startsAt: startsAt.toISOString(),
      endsAt: new Date(startsAt.getTime() + demo.durationMs).toISOString(),
      moderation: demo.moderation,
      guestsAllowed: demo.guestsAllowed,
      maxPerPerson: null,
      slowModeSeconds: 0,
      words: ['ngu ngốc', 'vớ vẩn'],
      labels: [...demo.labels],
      answerSeconds: 180,
      level: 'named',
      keyHolders: null,
    });
    return session.id;
  }

  private async ask(author: Viewer, id: QnaSessionId, { text, anonymous }: DemoInquiry): Promise<OwnInquiry> {
    const key = randomBytes(32).toString('base64url');
    const who = { viewer: author, cookie: undefined };
    return (await this.asking.ask(who, id, { key, text, anonymous: anonymous ?? false })).inquiry;
  }

  private async approve(host: Viewer, id: QnaSessionId, asked: Asked): Promise<void> {
    for (const { demo, own } of asked)
      if (demo.outcome?.kind !== 'pending' && demo.outcome?.kind !== 'declined')
        await this.move({ host, id }, own, (at) => ({ kind: 'approve', ...at }));
  }

  private async vote(asked: Asked, everybody: readonly DemoEntrant[]): Promise<void> {
    const cast = asked.flatMap(({ demo, own }, place) =>
      Array.from({ length: demo.votes }, (_, index) => ({
        viewer: viewerOf(everybody[(index * 11 + place * 17 + 5) % everybody.length]),
        id: own.id,
      })),
    );
    // A few land on their own question, which is not counted: the numbers of a demo need not be exact.
    await Promise.allSettled(
      cast.map(({ viewer, id }) => this.votes.cast({ viewer, cookie: undefined }, id, true)),
    );
  }

  private async settle(host: Viewer, id: QnaSessionId, asked: Asked): Promise<void> {
    for (const [index, { demo, own }] of asked.entries()) {
      if (demo.label !== undefined)
        await this.move({ host, id }, own, (at) => ({ kind: 'label', ...at, labels: [demo.label ?? ''] }));
      const target = asked[index + 1]?.own;
      if (demo.outcome?.kind === 'merged' && target) await this.merge(host, id, [own, target]);
      else if (demo.outcome) await this.conclude(host, id, { own, outcome: demo.outcome });
    }
  }

  private async conclude(
    host: Viewer,
    id: QnaSessionId,
    { own, outcome }: { own: OwnInquiry; outcome: DemoOutcome },
  ): Promise<void> {
    for (const stepOf of stepsTo(outcome)) await this.move({ host, id }, own, stepOf);
  }

  private async merge(
    host: Viewer,
    id: QnaSessionId,
    [own, target]: [OwnInquiry, OwnInquiry],
  ): Promise<void> {
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
}

type Asked = readonly { demo: DemoInquiry; own: OwnInquiry }[];
type Desk = { host: Viewer; id: QnaSessionId };
type MoveOf = (at: { inquiryId: InquiryId; rev: number }) => DeskMove;

function stepsTo(outcome: DemoOutcome): MoveOf[] {
  switch (outcome.kind) {
    case 'pending':
    case 'merged':
      return [];
    case 'next':
      return [(at) => ({ kind: 'next', ...at, on: true })];
    case 'answering':
      return [(at) => ({ kind: 'answer_now', ...at, by: outcome.by })];
    case 'on_air':
      return [
        (at) => ({ kind: 'answer_now', ...at, by: outcome.by }),
        (at) => ({ kind: 'answered', ...at, text: outcome.text }),
      ];
    case 'in_writing':
      return [(at) => ({ kind: 'answer_in_writing', ...at, text: outcome.text, by: outcome.by })];
    case 'declined':
      return [(at) => ({ kind: 'decline', ...at, reason: outcome.reason, note: outcome.note })];
  }
}

function viewerOf(entrant: DemoEntrant | undefined): Viewer {
  if (!entrant) throw new Error('The demo has nobody to ask');
  return { memberId: entrant.memberId, sessionId: '', unitPath: [entrant.unitId], grants: [] };
}

function endOf(demo: DemoSession, startsAt: Date): Date | null {
  return demo.ended ? new Date(startsAt.getTime() + demo.durationMs) : null;
}
