import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memberId } from '../../../shared/kernel/ids.js';
import type { Viewer } from '../../../shared/kernel/viewer.js';
import { deskRole } from '../../../shared/qna/session.schema.js';
import { MAX_BYTES } from '../../platform/realtime/node-bus.service.js';
import type { PresenceKind } from '../../platform/realtime/presence.service.js';
import { SessionPresence } from './session-presence.service.js';

const SESSION = '99999999-0000-4000-8000-000000000000';
/** As long as a word's own fields get: which node, its number, the kind. */
const envelope = { from: 2_147_483_647, to: 2_147_483_647, n: 9_007_199_254_740_991, kind: 'presence.qna' };

const people = fc.uniqueArray(
  fc.record({ id: fc.uuid().map((id) => memberId.parse(id)), role: fc.constantFrom(...deskRole.options) }),
  { maxLength: 300, selector: ({ id }) => id, size: 'max' },
);

/** What a node with these people at its desk says of a session. */
async function partOf(there: { id: Viewer['memberId']; role: string }[]): Promise<unknown> {
  const kinds: PresenceKind<unknown>[] = [];
  const viewers = there.map(({ id }, index) => {
    const viewer: Viewer = { memberId: id, sessionId: String(index), unitPath: [], grants: [] };
    return { socketId: String(index), viewer };
  });
  const team = new Map(there.map(({ id, role }) => [id, role]));
  new SessionPresence(
    { share: (kind: PresenceKind<unknown>) => kinds.push(kind) } as never,
    { session: async () => ({ team, createdBy: SESSION }) } as never,
    { sizeOf: () => 2_147_483_647, peopleIn: () => 2_147_483_647, viewersIn: () => viewers } as never,
    { now: () => new Date(0) } as never,
  );
  return kinds[0]?.own(SESSION);
}

describe('what a node says of who is at a session', () => {
  it('fits into a word between nodes, however many sit at the desk', async () => {
    await fc.assert(
      fc.asyncProperty(people, async (there) => {
        const word = JSON.stringify({ ...envelope, data: { place: SESSION, part: await partOf(there) } });
        expect(Buffer.byteLength(word)).toBeLessThanOrEqual(MAX_BYTES);
      }),
      { numRuns: 30, endOnFailure: true },
    );
  });

  it('names everybody at a desk of a hundred', async () => {
    const there = Array.from({ length: 100 }, (_, index) => ({
      id: memberId.parse(`00000000-0000-4000-8000-${String(index).padStart(12, '0')}`),
      role: 'triage',
    }));
    expect(await partOf(there)).toMatchObject({ desk: there.map(({ id, role }) => [id, role]) });
  });
});
