import type {
  PrivacyRule,
  QnaInvitation,
  QnaLive,
  QnaSessionView,
  QnaSummary,
} from '../../../shared/qna/session.schema.js';
import type { Seat } from './qna-access.service.js';
import type { ListedSession } from './session-list.queries.js';
import type { SessionRow } from './session.queries.js';
import { phaseOf } from './session-phase.rules.js';

/** Who can learn whose name, by the rule in force: the screen makes its sentence of this. */
export function presentPrivacy(session: SessionRow, holderNames: readonly string[]): PrivacyRule {
  return {
    level: session.level,
    openable: session.keyHolders.length === 2,
    keyHolders: holderNames.map((name) => ({ name })),
  };
}

export function presentSession(
  { session, participant, viewer, desk, manages }: Seat,
  {
    live,
    name,
    holderNames,
    now,
  }: { live: QnaLive; name: string; holderNames: readonly string[]; now: Date },
): QnaSessionView {
  const { settings } = session;
  return {
    id: session.id,
    code: session.code,
    title: settings.title,
    description: settings.description,
    startsAt: settings.startsAt,
    endsAt: settings.endsAt,
    phase: phaseOf(session, now),
    moderation: settings.moderation,
    guestsAllowed: settings.guestsAllowed,
    guestsVote: settings.guestsVote,
    maxPerPerson: settings.maxPerPerson,
    slowModeSeconds: settings.slowModeSeconds,
    answerSeconds: settings.answerSeconds,
    labels: settings.labels,
    privacy: presentPrivacy(session, holderNames),
    live,
    me: { ...participant, name },
    can: {
      ask: live.accepting,
      vote: live.voting && (settings.guestsVote || participant.kind === 'member'),
      desk,
      manage: manages,
      open: session.keyHolders.some((holder) => holder.memberId === viewer?.memberId),
    },
    serverNow: now.toISOString(),
  };
}

export function presentInvitation(
  session: SessionRow,
  { admitted, holderNames, now }: { admitted: boolean; holderNames: readonly string[]; now: Date },
): QnaInvitation {
  return {
    id: session.id,
    code: session.code,
    title: session.settings.title,
    description: session.settings.description,
    startsAt: session.settings.startsAt,
    endsAt: session.settings.endsAt,
    phase: phaseOf(session, now),
    privacy: presentPrivacy(session, holderNames),
    admitted,
    serverNow: now.toISOString(),
  };
}

export function presentSummary(row: ListedSession, manages: boolean, now: Date): QnaSummary {
  return {
    id: row.id,
    code: row.code,
    title: row.title,
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt?.toISOString() ?? null,
    phase: phaseOf(row, now),
    level: row.level,
    asked: row.asked,
    answered: row.answered,
    desk: manages ? 'host' : row.role,
    manage: manages,
  };
}
