import { anyone, signedIn } from '../../../shared/kernel/viewer.js';
import { notSignedIn } from '../../../shared/kernel/failure.js';
import { qnaSocket } from '../../../shared/qna/qna.events.js';
import { fail } from '../../platform/failure-error.js';
import { Gateway, Listen, type Caller, type EventIn, type EventOut } from '../../platform/realtime/listen.js';
import { WatchService } from './watch.service.js';

type Contract = typeof qnaSocket;

/** Guests take part without a session of their own, so every event asks for a seat itself. */
@Gateway(qnaSocket, { policy: anyone })
export class QnaGateway {
  constructor(private readonly watching: WatchService) {}

  @Listen('session.watch', { policy: anyone })
  watch(
    { sessionId }: EventIn<Contract, 'session.watch'>,
    caller: Caller,
  ): Promise<EventOut<Contract, 'session.watch'>> {
    return this.watching.watch(caller, sessionId);
  }

  @Listen('session.unwatch', { policy: anyone })
  unwatch(
    { sessionId }: EventIn<Contract, 'session.unwatch'>,
    caller: Caller,
  ): Promise<EventOut<Contract, 'session.unwatch'>> {
    return this.watching.unwatch(caller, sessionId);
  }

  @Listen('inquiry.vote', { policy: anyone, rate: { max: 200, windowMs: 10_000 } })
  vote(
    { inquiryId, up }: EventIn<Contract, 'inquiry.vote'>,
    caller: Caller,
  ): Promise<EventOut<Contract, 'inquiry.vote'>> {
    return this.watching.vote(caller, inquiryId, up);
  }

  @Listen('inquiry.seen', { policy: anyone })
  seen(
    input: EventIn<Contract, 'inquiry.seen'>,
    caller: Caller,
  ): Promise<EventOut<Contract, 'inquiry.seen'>> {
    return this.watching.seen(caller, input);
  }

  @Listen('own.watch', { policy: anyone })
  own(input: EventIn<Contract, 'own.watch'>, caller: Caller): Promise<EventOut<Contract, 'own.watch'>> {
    return this.watching.watchOwn(caller, input);
  }

  @Listen('desk.watch', { policy: signedIn })
  desk(
    { sessionId }: EventIn<Contract, 'desk.watch'>,
    caller: Caller,
  ): Promise<EventOut<Contract, 'desk.watch'>> {
    return this.watching.watchDesk(caller, caller.viewer ?? fail(notSignedIn), sessionId);
  }

  @Listen('desk.lock', { policy: signedIn, rate: { max: 60, windowMs: 10_000 } })
  lock(input: EventIn<Contract, 'desk.lock'>, caller: Caller): Promise<EventOut<Contract, 'desk.lock'>> {
    const viewer = caller.viewer ?? fail(notSignedIn);
    return this.watching.lock({ viewer, socketId: caller.socketId }, input);
  }

  @Listen('projector.watch', { policy: signedIn })
  projector(
    { sessionId }: EventIn<Contract, 'projector.watch'>,
    caller: Caller,
  ): Promise<EventOut<Contract, 'projector.watch'>> {
    return this.watching.watchProjector(caller, caller.viewer ?? fail(notSignedIn), sessionId);
  }
}
