import type { OwnInquiries } from '../../../../shared/qna/inquiry.schema.js';
import type { QnaSessionView } from '../../../../shared/qna/session.schema.js';
import { factsOf, phaseAt } from '../../room/phase.rules.js';

/** Whether a question may be sent now, and if not, why. */
export type Asking =
  | { kind: 'open'; left: number | null }
  | { kind: 'upcoming' }
  | { kind: 'closed'; voting: boolean }
  | { kind: 'ended' }
  | { kind: 'enough'; allowed: number }
  | { kind: 'wait'; seconds: number };

type Facts = {
  session: Pick<QnaSessionView, 'startsAt' | 'maxPerPerson' | 'live'>;
  own: Pick<OwnInquiries, 'askAgainAt' | 'left'> | undefined;
  /** Questions still on this device: they count as asked. */
  waiting: number;
  /** By the server's clock, ms since 1970. */
  now: number;
};

export function askingOf({ session, own, waiting, now }: Facts): Asking {
  const { live } = session;
  const phase = phaseAt(factsOf(session), now);
  if (phase === 'ended') return { kind: 'ended' };
  // Before the start the host may already take questions.
  if (!live.accepting)
    return phase === 'upcoming' ? { kind: 'upcoming' } : { kind: 'closed', voting: live.voting };
  const left = leftOf(session.maxPerPerson, own, waiting);
  if (left === 0) return { kind: 'enough', allowed: session.maxPerPerson ?? 0 };
  const waitMs = own?.askAgainAt ? Date.parse(own.askAgainAt) - now : 0;
  if (waitMs > 0) return { kind: 'wait', seconds: Math.ceil(waitMs / 1000) };
  return { kind: 'open', left };
}

function leftOf(max: number | null, own: Facts['own'], waiting: number): number | null {
  const left = own?.left ?? max;
  return left === null ? null : Math.max(0, left - waiting);
}
