import { randomBytes } from 'node:crypto';
import { askedReceipt, type OwnInquiry } from '../../shared/qna/inquiry.schema.js';
import { qnaManageView, type CreateQnaSession, type QnaSessionId } from '../../shared/qna/session.schema.js';
import type { Agent, World } from './world.js';

export type NewSession = { id: QnaSessionId; code: string };

/** A session that goes on now, as it is asked for. */
export function sessionDraft(world: World, traits: Partial<CreateQnaSession> = {}): CreateQnaSession {
  return {
    title: 'Bảo vệ dữ liệu cá nhân trong cơ quan báo chí',
    description: '',
    startsAt: new Date(world.now().getTime() - 60_000).toISOString(),
    endsAt: null,
    moderation: 'after',
    guestsAllowed: false,
    guestsVote: true,
    maxPerPerson: null,
    slowModeSeconds: 0,
    words: [],
    labels: ['A', 'Luật', 'Lương'],
    answerSeconds: null,
    level: 'named',
    keyHolders: null,
    draft: false,
    ...traits,
  };
}

/** The same, made through the API by somebody who may. */
export async function newSession(
  world: World,
  host: Agent,
  traits: Partial<CreateQnaSession> = {},
): Promise<NewSession> {
  const { body } = await host.post('/api/qna-sessions', sessionDraft(world, traits)).expect(201);
  const { session } = qnaManageView.parse(body);
  return { id: session.id, code: session.code };
}

export const newKey = (): string => randomBytes(32).toString('base64url');

let asked = 0;

/** A question of its own, through the API. */
export async function ask(
  who: Agent,
  sessionId: string,
  { text, anonymous = false, key = newKey() }: { text?: string; anonymous?: boolean; key?: string } = {},
): Promise<OwnInquiry & { key: string }> {
  asked += 1;
  const wording = text ?? `Câu hỏi số ${String(asked)} về một việc khác hẳn?`;
  const { body } = await who
    .post(`/api/qna-sessions/${sessionId}/inquiries`, { key, text: wording, anonymous })
    .expect(201);
  return { ...askedReceipt.parse(body).inquiry, key };
}
