import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { AttemptView, SavedAnswer, SaveAnswer } from '../../../../shared/contest/attempt.schema.js';
import type { QuestionResponse } from '../../../../shared/question-bank/question.schema.js';
import { ApiFailure, networkFailure } from '../../../platform/api/api-failure.js';
import { openMemory } from '../../../platform/keep/outbox-store.js';
import { openDevice } from './attempt-device.js';
import { AttemptSession, type SessionDeps } from './attempt-session.js';
import { emptyRecord } from './device-record.rules.js';
import { leadsHere } from './session-state.rules.js';

const text = (word: string): QuestionResponse => ({ type: 'short_text', text: word });
const now = '2026-11-24T07:00:00.000Z';
const signedOut = new ApiFailure({ code: 'auth.required', status: 401 });
type Stored = SaveAnswer & { position: number };

/** The rules of the server in miniature: the highest pair wins, an older epoch is held. */
function fakeServer() {
  const answers = new Map<number, SaveAnswer>();
  const log: string[] = [];
  const state = { epoch: 1, isDown: false, isSubmitted: false, refusal: null as ApiFailure | null };
  const held: Stored[] = [];
  const reach = () => {
    if (state.isDown) throw networkFailure();
    if (state.refusal) throw state.refusal;
  };
  const outcomeOf = (position: number, body: SaveAnswer): SavedAnswer['outcome'] => {
    const present = answers.get(position);
    if (present?.epoch === body.epoch && present.sequence > body.sequence) return 'superseded';
    if (state.isSubmitted) return 'late';
    if (body.epoch < state.epoch) {
      held.push({ ...body, position });
      return 'held';
    }
    answers.set(position, body);
    return 'saved';
  };
  const api: SessionDeps['api'] = {
    async save(_id, position, body) {
      reach();
      log.push(`save ${position}`);
      return { outcome: outcomeOf(position, body), savedAt: now, epoch: state.epoch, serverNow: now };
    },
    async flag(_id, position, flagged) {
      reach();
      log.push(`flag ${position} ${flagged}`);
    },
    async takeLead() {
      reach();
      state.epoch += 1;
      return { epoch: state.epoch, serverNow: now };
    },
    async submit(_id, epoch) {
      reach();
      if (epoch !== state.epoch) {
        throw new ApiFailure({ code: 'attempt.elsewhere', status: 409, params: { epoch: state.epoch } });
      }
      log.push('submit');
      state.isSubmitted = true;
      return { state: 'submitted' } as AttemptView;
    },
  };
  return { api, state, answers, held, log };
}

async function device(server: ReturnType<typeof fakeServer>, epoch: number | null = 1) {
  const stores = { answers: openMemory(), records: openMemory() };
  await stores.records.put('x', { ...emptyRecord, epoch });
  const open = async () => {
    const news = vi.fn();
    const deps = { attemptId: 'x', api: server.api, onNews: news, onFlagStored: () => undefined };
    const session = new AttemptSession({ ...deps, device: await openDevice('x', stores) });
    session.learnEpoch(server.state.epoch);
    return { session, news };
  };
  return { ...(await open()), stores, reopen: open };
}

afterEach(() => void vi.useRealTimers());

describe('a choice', () => {
  it('is on the device before it is sent', async () => {
    const server = fakeServer();
    const { session, stores } = await device(server);
    const save = vi.spyOn(server.api, 'save');
    const put = vi.spyOn(stores.answers, 'put');
    await session.choose(3, text('một'));
    expect(put.mock.invocationCallOrder[0]).toBeLessThan(save.mock.invocationCallOrder[0] ?? 0);
    expect(server.answers.get(3)?.response).toEqual(text('một'));
    expect(session.read()).toMatchObject({ pending: [], lastSavedAt: now });
  });

  it('survives the page and is sent by the next one, above every number used', async () => {
    const server = fakeServer();
    const first = await device(server);
    await first.session.choose(3, text('một'));
    server.state.isDown = true;
    void first.session.choose(3, text('hai'));
    await expect.poll(() => first.session.read().pending).toHaveLength(1);
    server.state.isDown = false;
    const second = await first.reopen();
    expect(leadsHere(second.session.read())).toBe(true);
    await second.session.send();
    expect(server.answers.get(3)?.response).toEqual(text('hai'));
    await second.session.choose(3, text('ba'));
    expect(server.answers.get(3)?.response).toEqual(text('ba'));
  });

  it('is not taken on a device that does not lead', async () => {
    const server = fakeServer();
    server.state.epoch = 2;
    const { session } = await device(server);
    await session.choose(1, text('một'));
    expect(server.log).toEqual([]);
  });

  it('that the server refuses stays, says so, and goes again on request', async () => {
    const server = fakeServer();
    const { session } = await device(server);
    server.state.refusal = new ApiFailure({ code: 'input.too_large', status: 413 });
    await session.choose(1, text('một'));
    expect(session.read().pending[0]?.refusal?.code).toBe('input.too_large');
    server.state.refusal = null;
    await session.retry();
    await expect.poll(() => server.answers.get(1)?.response).toEqual(text('một'));
  });

  it('made after the session ended is sent once somebody has signed in again', async () => {
    const server = fakeServer();
    const { session } = await device(server);
    server.state.refusal = signedOut;
    void session.choose(1, text('một'));
    await expect.poll(() => session.read().pending[0]?.refusal?.code).toBe('auth.required');
    server.state.refusal = null;
    session.wake();
    await expect.poll(() => server.answers.get(1)?.response).toEqual(text('một'));
    expect(session.read().pending).toEqual([]);
  });

  it('goes out without waiting for the storage when the page is left', async () => {
    const server = fakeServer();
    const { session, stores } = await device(server);
    stores.answers.put = () => new Promise(() => undefined);
    void session.choose(1, text('một'));
    session.onFlush(() => void session.choose(2, text('đang gõ')));
    session.leave();
    expect(server.log).toEqual(['save 1', 'save 2']);
    await expect.poll(() => session.read().pending).toEqual([]);
  });
});

describe('another device', () => {
  it('gets what the older one had not sent as an offer, never applied', async () => {
    const server = fakeServer();
    const old = await device(server);
    const fresh = await device(server, null);
    server.state.isDown = true;
    void old.session.choose(8, text('cũ'));
    await expect.poll(() => old.session.read().pending).toHaveLength(1);
    server.state.isDown = false;
    await fresh.session.takeLead();
    await fresh.session.choose(8, text('mới'));
    old.session.wake();
    await expect.poll(() => old.session.read().held).toEqual([8]);
    expect(server.answers.get(8)?.response).toEqual(text('mới'));
    expect(server.held).toMatchObject([{ position: 8, response: text('cũ') }]);
    expect(leadsHere(old.session.read())).toBe(false);
    expect(old.news).toHaveBeenCalled();
  });

  it('in the guise of a newer tab does not lose its notes to the older one', async () => {
    const server = fakeServer();
    const older = await device(server);
    older.session.openedInOtherTab();
    const newer = await older.reopen();
    await newer.session.takeLead();
    older.session.visit(5);
    expect((await older.stores.records.all())[0]?.[1]).toMatchObject({ epoch: 2, visited: null });
  });
});

describe('the submission', () => {
  it('goes after every answer, with what was still being typed', async () => {
    const server = fakeServer();
    const { session, news } = await device(server);
    session.onFlush(() => void session.choose(2, text('đang gõ')));
    await session.choose(1, text('một'));
    await session.submit();
    expect(server.log).toEqual(['save 1', 'save 2', 'submit']);
    expect(news).toHaveBeenCalledWith({ state: 'submitted' });
  });

  it('waits for the network and can be called off until then', async () => {
    const server = fakeServer();
    const { session } = await device(server);
    server.state.isDown = true;
    void session.submit();
    await expect.poll(() => session.read().record.submitting).toBe(true);
    await session.keepWorking();
    server.state.isDown = false;
    session.wake();
    await session.choose(1, text('một'));
    expect(server.log).toEqual(['save 1']);
  });

  it('goes by itself when the time is up, and nothing is taken after that', async () => {
    const server = fakeServer();
    const { session } = await device(server);
    session.setTimeIsUp(true);
    await session.choose(1, text('một'));
    await expect.poll(() => server.log).toEqual(['submit']);
  });

  it.each([
    ['the member', (session: AttemptSession) => void session.submit()],
    ['the clock', (session: AttemptSession) => session.setTimeIsUp(true)],
  ])('wanted by %s waits with the answers for a sign-in, and then goes after them', async (_who, want) => {
    const server = fakeServer();
    const { session } = await device(server);
    server.state.refusal = signedOut;
    void session.choose(1, text('một'));
    await expect.poll(() => session.read().pending[0]?.waiting).toBe(true);
    want(session);
    server.state.refusal = null;
    session.wake();
    await expect.poll(() => server.log).toEqual(['save 1', 'submit']);
  });

  it('that finds nobody signed in says so, stays wanted and goes later', async () => {
    const server = fakeServer();
    const { session } = await device(server);
    server.state.refusal = signedOut;
    await session.submit();
    expect(session.read()).toMatchObject({
      submitRefusal: { code: 'auth.required' },
      record: { submitting: true },
    });
    server.state.refusal = null;
    session.wake();
    await expect.poll(() => server.log).toEqual(['submit']);
    expect(session.read()).toMatchObject({ submitRefusal: null, record: { submitting: false } });
  });

  it('can be sent again for an attempt that was reopened, and not before it is wanted', async () => {
    const server = fakeServer();
    const { session } = await device(server);
    session.setTimeIsUp(true);
    await expect.poll(() => server.log).toEqual(['submit']);
    server.state.isSubmitted = false;
    session.wake();
    await session.choose(1, text('một'));
    expect(server.log).toEqual(['submit', 'save 1']);
    await session.submit();
    expect(server.log).toEqual(['submit', 'save 1', 'submit']);
  });

  it('is refused where another device leads, and the screen learns it', async () => {
    const server = fakeServer();
    const { session } = await device(server);
    server.state.epoch = 2;
    await session.submit();
    expect(session.read()).toMatchObject({
      submitRefusal: { code: 'attempt.elsewhere' },
      leadingEpoch: 2,
      record: { submitting: false },
    });
  });
});

describe('a flag', () => {
  it('waits for the network', async () => {
    const server = fakeServer();
    const { session } = await device(server);
    server.state.isDown = true;
    await session.setFlag(4, true);
    expect(session.read().record.flags).toEqual({ 4: true });
    server.state.isDown = false;
    await session.send();
    expect(server.log).toEqual(['flag 4 true']);
    expect(session.read().record.flags).toEqual({});
  });

  it('waits for a sign-in', async () => {
    const server = fakeServer();
    const { session } = await device(server);
    server.state.refusal = signedOut;
    await session.setFlag(4, true);
    expect(session.read().record.flags).toEqual({ 4: true });
    server.state.refusal = null;
    session.wake();
    await expect.poll(() => server.log).toEqual(['flag 4 true']);
  });
});

describe('whatever the network does', () => {
  const step = fc.oneof(
    fc.record({
      kind: fc.constant('choose' as const),
      position: fc.integer({ min: 1, max: 3 }),
      word: fc.string({ minLength: 1, maxLength: 3 }),
    }),
    fc.record({ kind: fc.constant('link' as const), isDown: fc.boolean() }),
    fc.record({ kind: fc.constant('crash' as const) }),
  );

  it('the server ends with the last choice of every question', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const server = fakeServer();
        const started = await device(server);
        let { session } = started;
        const last = new Map<number, QuestionResponse>();
        for (const one of steps) {
          if (one.kind === 'link') server.state.isDown = one.isDown;
          else if (one.kind === 'crash') session = (await started.reopen()).session;
          else {
            last.set(one.position, text(one.word));
            void session.choose(one.position, text(one.word));
            await Promise.resolve();
            await new Promise((resolve) => setImmediate(resolve));
          }
        }
        server.state.isDown = false;
        session.wake();
        await expect.poll(() => session.read().pending).toEqual([]);
        for (const [position, response] of last)
          expect(server.answers.get(position)?.response).toEqual(response);
      }),
      { numRuns: 60 },
    );
  });
});
