import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiFailure } from '../api/api-failure.js';
import { DraftSaver, type KeptDraft } from './draft-saver.js';

type Sent = { value: string; revision: number; settle: (error?: Error) => void };

function setUp(kept: KeptDraft<string> | null = null) {
  const sent: Sent[] = [];
  const device = { kept };
  const saver = new DraftSaver<string>({
    value: 'one',
    revision: 1,
    send: (value, revision) =>
      new Promise((resolve, reject) => {
        sent.push({ value, revision, settle: (error) => (error ? reject(error) : resolve(revision + 1)) });
      }),
    isSound: (value) => value !== '',
    keep: { read: () => device.kept, write: (next) => void (device.kept = next) },
    onChange: () => undefined,
  });
  return { saver, sent, device, status: () => saver.state().status };
}
const pause = () => vi.advanceTimersByTimeAsync(1_000);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a draft that saves itself', () => {
  it('sends once after a pause, however much was typed', async () => {
    const { saver, sent, device, status } = setUp();
    saver.change('on');
    saver.change('onl');
    expect(device.kept).toEqual({ value: 'onl', revision: 1 });
    await pause();
    expect(sent.map(({ value }) => value)).toEqual(['onl']);
    sent[0]?.settle();
    await pause();
    expect(status()).toBe('saved');
    expect(device.kept).toBeNull();
  });

  it('sends what was typed meanwhile on top of the new revision', async () => {
    const { saver, sent, status } = setUp();
    saver.change('two');
    await pause();
    saver.change('three');
    await pause();
    expect(sent).toHaveLength(1);
    sent[0]?.settle();
    await pause();
    expect(sent.map(({ value, revision }) => [value, revision])).toEqual([
      ['two', 1],
      ['three', 2],
    ]);
    sent[1]?.settle();
    await pause();
    expect(status()).toBe('saved');
  });

  it('keeps what cannot be saved, and waits until it can', async () => {
    const { saver, sent, device, status } = setUp();
    saver.change('');
    await pause();
    expect([status(), sent.length]).toEqual(['held', 0]);
    expect(device.kept?.value).toBe('');
  });

  it('keeps the writing while the server is away, and sends it when asked again', async () => {
    const { saver, sent, device, status } = setUp();
    saver.change('two');
    await pause();
    sent[0]?.settle(new ApiFailure({ code: 'network' }));
    await pause();
    expect(status()).toBe('offline');
    expect(device.kept?.value).toBe('two');
    const flushed = saver.flush();
    sent[1]?.settle();
    expect(await flushed).toBe(true);
  });

  it('never overwrites somebody else’s writing by itself', async () => {
    const { saver, sent, status } = setUp();
    saver.change('mine');
    await pause();
    sent[0]?.settle(new ApiFailure({ code: 'stale_write', status: 409 }));
    await pause();
    expect(status()).toBe('stale');
    saver.change('mine, longer');
    await pause();
    expect(sent).toHaveLength(1);
    const kept = saver.keepMine(7);
    expect(sent[1]).toMatchObject({ value: 'mine, longer', revision: 7 });
    sent[1]?.settle();
    await kept;
    expect(status()).toBe('saved');
  });

  it('gives its writing up for the other’s only when told to', async () => {
    const { saver, sent, device } = setUp();
    saver.change('mine');
    await pause();
    sent[0]?.settle(new ApiFailure({ code: 'stale_write', status: 409 }));
    await pause();
    saver.meet('theirs', 5);
    expect(saver.state().value).toBe('mine');
    saver.takeTheirs('theirs', 5);
    expect(saver.state()).toMatchObject({ value: 'theirs', status: 'saved' });
    expect(device.kept).toBeNull();
  });

  it('takes over what somebody else saved while nothing is unsaved here', () => {
    const { saver } = setUp();
    saver.meet('theirs', 2);
    expect(saver.state()).toMatchObject({ value: 'theirs', status: 'saved' });
    saver.meet('older', 1);
    expect(saver.state().value).toBe('theirs');
  });

  it('goes on with what an earlier page could not save', async () => {
    const { sent } = setUp({ value: 'left over', revision: 1 });
    await pause();
    expect(sent[0]).toMatchObject({ value: 'left over', revision: 1 });
    const outdated = setUp({ value: 'left over', revision: 0 });
    await pause();
    expect([outdated.status(), outdated.sent.length]).toEqual(['stale', 0]);
  });
});
