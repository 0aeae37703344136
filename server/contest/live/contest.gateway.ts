import { contestSocket, memberSocket } from '../../../shared/contest/contest.events.js';
import { notSignedIn } from '../../../shared/kernel/failure.js';
import { signedIn } from '../../../shared/kernel/viewer.js';
import { Clock } from '../../platform/clock.js';
import { fail } from '../../platform/failure-error.js';
import { Gateway, Listen, type Caller, type EventIn, type EventOut } from '../../platform/realtime/listen.js';
import { LiveService, roundRoom } from './live.service.js';

type Contract = typeof contestSocket;

@Gateway(contestSocket, { policy: signedIn })
export class ContestGateway {
  constructor(
    private readonly live: LiveService,
    private readonly clock: Clock,
  ) {}

  @Listen('round.watch', { policy: signedIn })
  async watch(
    { roundId }: EventIn<Contract, 'round.watch'>,
    caller: Caller,
  ): Promise<EventOut<Contract, 'round.watch'>> {
    const viewer = caller.viewer ?? fail(notSignedIn);
    await this.live.phaseFor(viewer, roundId);
    await caller.join(roundRoom(roundId));
    // Read again inside the room: what changes from here on arrives as a broadcast.
    const seq = this.live.sequenceOf(roundId);
    const phase = await this.live.phaseFor(viewer, roundId);
    return { phase, seq, serverNow: this.clock.now().toISOString() };
  }

  @Listen('round.unwatch', { policy: signedIn })
  async unwatch(
    { roundId }: EventIn<Contract, 'round.unwatch'>,
    caller: Caller,
  ): Promise<EventOut<Contract, 'round.unwatch'>> {
    await caller.leave(roundRoom(roundId));
    return {};
  }
}

/** A member's own devices only listen: the platform puts each socket in the room of its member. */
@Gateway(memberSocket, { policy: signedIn })
export class MemberGateway {}
