import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { AttemptId, DeadlineMove } from '../../../shared/contest/attempt.schema.js';
import { contestSocket, memberSocket } from '../../../shared/contest/contest.events.js';
import { roundId, type RoundId, type RoundPhase } from '../../../shared/contest/contest.schema.js';
import type { MemberId } from '../../../shared/kernel/ids.js';
import type { Instant } from '../../../shared/kernel/time.js';
import type { Viewer } from '../../../shared/kernel/viewer.js';
import { Clock } from '../../platform/clock.js';
import { LOGGER } from '../../platform/log.js';
import { memberRoom, RealtimeHub } from '../../platform/realtime/hub.service.js';
import { NodeBus } from '../../platform/realtime/node-bus.service.js';
import { Ticker } from '../../platform/realtime/ticker.js';
import { ContestActs } from '../round/contest-act.service.js';
import { FrozenRounds } from '../round/frozen-round.service.js';
import { readPhaseChanges } from './live.queries.js';
import { phaseOf } from '../round/round-phase.rules.js';
import { StandingsService } from '../standings/standings.service.js';

const ROOM = 'round:';
export const roundRoom = (id: RoundId) => `${ROOM}${id}`;

const ROUND_CHANGED = 'contest.round';
const MOVED_MS = 1_000;
const STANDINGS_MOVED = 'contest.standings';

const roundSignal = z.object({ roundId });
type OwnAttempt = { attemptId: AttemptId; memberId: MemberId };

/**
 * Tells open pages what changed: hints to fetch, never results that somebody might not be allowed to see. Of rounds each
 * node tells its own pages, by the clock and by what nodes signal; whose device it is, the node that learns of it tells.
 */
@Injectable()
export class LiveService implements OnApplicationShutdown {
  private beatenAt: Date;
  /** Rounds with results nobody was told of yet; none is while its standings are hidden. */
  private readonly moved: Ticker<object>;
  /** Those of them the other nodes are still to hear of. */
  private readonly unsaid = new Set<RoundId>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly acts: ContestActs,
    private readonly frozen: FrozenRounds,
    private readonly standings: StandingsService,
    private readonly bus: NodeBus,
    private readonly hub: RealtimeHub,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    this.beatenAt = this.clock.now();
    this.moved = new Ticker(
      {
        everyMs: MOVED_MS,
        nothing: () => ({}),
        tell: (id) => this.tellMoved(roundId.parse(id)),
        putBack: () => undefined,
      },
      logger,
    );
    bus.on(ROUND_CHANGED, roundSignal, (round) => this.tellPhaseSoon(round.roundId));
    bus.on(STANDINGS_MOVED, roundSignal, (round) => void this.moved.stir(round.roundId));
    bus.onGap(() => this.tellPhasesAgain());
  }

  /** Call it once there are sockets. */
  start(): void {
    this.moved.start();
  }

  onApplicationShutdown(): Promise<void> {
    return this.moved.stop();
  }

  /** The phase of a round the viewer may see. */
  async phaseFor(viewer: Viewer, id: RoundId): Promise<RoundPhase> {
    const { contest, round } = await this.acts.visibleRound(viewer, id);
    return phaseOf({ ...round, contestState: contest.state }, this.clock.now());
  }

  /** Number of the last broadcast to who watches a round. */
  sequenceOf(id: RoundId): number {
    return this.hub.sequenceOf(contestSocket.namespace, roundRoom(id));
  }

  onSubmitted(event: OwnAttempt & { roundId: RoundId }): void {
    const target = { room: memberRoom(event.memberId), event: 'attempt.submitted' } as const;
    this.hub.broadcast(memberSocket, target, { attemptId: event.attemptId, roundId: event.roundId });
    this.moved.stir(event.roundId);
    // A hall that submits at once comes in one turn and is one word.
    if (this.unsaid.size === 0) setImmediate(() => this.sayMoved());
    this.unsaid.add(event.roundId);
  }

  onDeadline(event: OwnAttempt & { deadlineAt: Instant; moved: DeadlineMove }): void {
    const target = { room: memberRoom(event.memberId), event: 'attempt.deadline' } as const;
    this.hub.broadcast(memberSocket, target, {
      attemptId: event.attemptId,
      deadlineAt: event.deadlineAt,
      moved: event.moved,
      serverNow: this.clock.now().toISOString(),
    });
  }

  async onRoundChanged(round: { roundId: RoundId }): Promise<void> {
    this.bus.tell(ROUND_CHANGED, round);
    await this.tellPhase(round.roundId);
  }

  /** Once a second: phases that changed since the last time, by the clock. */
  async beat(): Promise<void> {
    const now = this.clock.now();
    const changed = await readPhaseChanges(this.dataSource, { after: this.beatenAt, until: now });
    for (const id of changed) await this.tellPhase(id);
    this.beatenAt = now;
  }

  /** Something may have been missed: by the number of what they hear now pages see that they have to ask again. */
  private tellPhasesAgain(): void {
    for (const room of this.hub.roomsUnder(contestSocket.namespace, ROOM))
      this.tellPhaseSoon(roundId.parse(room.slice(ROOM.length)));
  }

  private tellPhaseSoon(id: RoundId): void {
    this.tellPhase(id).catch((err: unknown) =>
      this.logger.warn({ err, roundId: id }, 'a phase was not told'),
    );
  }

  private async tellPhase(id: RoundId): Promise<void> {
    // Another node may have changed it: the copy kept here could be a second old.
    this.frozen.forget(id);
    const round = await this.frozen.find(id);
    if (!round) return;
    const now = this.clock.now();
    const target = { room: roundRoom(id), event: 'round.phase' } as const;
    this.hub.broadcastHere(contestSocket, target, {
      roundId: id,
      phase: phaseOf(round, now),
      closesAt: round.closesAt.toISOString(),
      serverNow: now.toISOString(),
    });
  }

  private sayMoved(): void {
    for (const id of this.unsaid) this.bus.tell(STANDINGS_MOVED, { roundId: id });
    this.unsaid.clear();
  }

  private async tellMoved(id: RoundId): Promise<'later' | void> {
    const round = await this.frozen.find(id);
    const shown = round && this.standings.shown(round);
    if (shown?.now) {
      this.hub.broadcastHere(
        contestSocket,
        { room: roundRoom(id), event: 'standings.moved' },
        { roundId: id },
      );
      return;
    }
    if (shown && shown.at !== null) return 'later';
  }
}
