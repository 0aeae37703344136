import { deskPage, moved, type DeskMove, type Moved } from '../../shared/qna/desk.schema.js';
import type { DeskInquiry } from '../../shared/qna/inquiry.schema.js';
import type { CreateQnaSession, DeskRole } from '../../shared/qna/session.schema.js';
import { newSession, type NewSession } from './qna.js';
import type { Agent, World } from './world.js';

/** A session with one person of each kind. `owner` made it; `admin` manages every one. */
export type Hall = NewSession & {
  owner: Agent;
  triage: Agent;
  host: Agent;
  scribe: Agent;
  admin: Agent;
  member: Agent;
  outsider: Agent;
};

export async function hall(world: World, traits: Partial<CreateQnaSession> = {}): Promise<Hall> {
  const owner = await world.member({ roles: [{ role: 'moderator' }] });
  const session = await newSession(world, owner, traits);
  const seated = async (role: DeskRole, fullName: string): Promise<Agent> => {
    const who = await world.member({ fullName });
    await owner.put(`/api/qna-sessions/${session.id}/team/${who.memberId}`, { role }).expect(200);
    return who;
  };
  return {
    ...session,
    owner,
    triage: await seated('triage', 'Trần Thị Duyệt'),
    host: await seated('host', 'Lê Văn Điều Hành'),
    scribe: await seated('scribe', 'Phạm Thư Ký'),
    admin: await world.member({ roles: [{ role: 'admin' }] }),
    member: await world.member(),
    outsider: world.outsider(),
  };
}

/** Everybody's answer to the same request. */
export async function answers(
  { owner, triage, host, scribe, admin, member, outsider }: Hall,
  ask: (who: Agent) => PromiseLike<{ status: number; body: { code?: string } }>,
): Promise<Record<string, string | number>> {
  const got: Record<string, string | number> = {};
  for (const [name, who] of Object.entries({ outsider, member, triage, scribe, host, owner, admin })) {
    const { status, body } = await ask(who);
    got[name] = body.code ?? status;
  }
  return got;
}

type WithoutRev<Move> = Move extends { rev: number } ? Omit<Move, 'rev' | 'inquiryId'> : never;

/** A move of one question, but for which one. */
export type MoveOf = WithoutRev<DeskMove>;

/** Sends a move of one question, as it stands on the desk now unless a `rev` is given. */
export async function send(
  who: Agent,
  sessionId: string,
  { id, ...move }: MoveOf & { id: string; rev?: number },
) {
  const rev = move.rev ?? (await onDesk(who, sessionId, id)).rev;
  return who.post(`/api/qna-sessions/${sessionId}/moves`, { ...move, inquiryId: id, rev });
}

/** The same, to be done. */
export async function done(
  who: Agent,
  sessionId: string,
  move: MoveOf & { id: string; rev?: number },
): Promise<Moved> {
  const answer = await send(who, sessionId, move);
  if (answer.status !== 200) throw new Error(`The move was refused: ${answer.text}`);
  return moved.parse(answer.body);
}

/** Sends a move that names no question by its rev. */
export const sendQuiet = (who: Agent, sessionId: string, move: DeskMove) =>
  who.post(`/api/qna-sessions/${sessionId}/moves`, move);

/** The same, to be done. */
export async function doneQuiet(who: Agent, sessionId: string, move: DeskMove): Promise<Moved> {
  const answer = await sendQuiet(who, sessionId, move);
  if (answer.status !== 200) throw new Error(`The move was refused: ${answer.text}`);
  return moved.parse(answer.body);
}

export async function merged(
  who: Agent,
  sessionId: string,
  merge: { targetId: string; inquiryIds: string[]; text?: string },
): Promise<Moved> {
  const { body } = await who
    .post(`/api/qna-sessions/${sessionId}/moves`, { kind: 'merge', ...merge })
    .expect(200);
  return moved.parse(body);
}

export async function board(who: Agent, sessionId: string): Promise<DeskInquiry[]> {
  return deskPage.parse((await who.get(`/api/qna-sessions/${sessionId}/desk`).expect(200)).body).items;
}

/** The board without `rev`, which never goes back. */
export async function contents(who: Agent, sessionId: string): Promise<Omit<DeskInquiry, 'rev'>[]> {
  return (await board(who, sessionId)).map(({ rev: _rev, ...inquiry }) => inquiry);
}

export async function onDesk(who: Agent, sessionId: string, id: string): Promise<DeskInquiry> {
  const found = (await board(who, sessionId)).find((inquiry) => inquiry.id === id);
  if (!found) throw new Error('not on the desk');
  return found;
}

export const undo = (who: Agent, moveId: string) => who.put(`/api/qna-moves/${moveId}/undoing`);

export async function vote(who: Agent, inquiryId: string): Promise<void> {
  await who.put(`/api/inquiries/${inquiryId}/vote`, { up: true }).expect(200);
}
