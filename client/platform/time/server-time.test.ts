import { describe, expect, it } from 'vitest';
import { betterSample, createServerClock, sampleOf } from './server-time.js';

const noon = Date.parse('2026-11-24T05:00:00.000Z');

/** A device whose two clocks the test moves. */
function device(at: number) {
  const clocks = { wallMs: at, steadyMs: at };
  const pass = (ms: number) => {
    clocks.wallMs += ms;
    clocks.steadyMs += ms;
  };
  const clock = createServerClock({ wall: () => clocks.wallMs, steady: () => clocks.steadyMs });
  return { clocks, pass, clock };
}

describe('the server clock', () => {
  it('adds half the round trip to what the answer says', () => {
    const { pass, clock } = device(noon - 3_600_000);
    const sentAt = clock.deviceNow();
    pass(800);
    clock.learn(new Date(noon).toISOString(), sentAt, clock.deviceNow());
    expect(clock.now()).toBe(noon + 400);
  });

  it('goes on by itself between answers', () => {
    const { pass, clock } = device(noon - 90_000);
    clock.learn(new Date(noon).toISOString(), clock.deviceNow(), clock.deviceNow());
    pass(12_345);
    expect(clock.now()).toBe(noon + 12_345);
  });

  it('takes in the time the device slept while the page is seen, and wants to ask the server', () => {
    const { clocks, pass, clock } = device(noon);
    clock.learn(new Date(noon).toISOString(), noon, noon);
    pass(1_000);
    expect([clock.look(), clock.isSure()]).toEqual([false, true]);
    clocks.wallMs += 600_000;
    pass(1_000);
    expect([clock.look(), clock.isSure()]).toEqual([true, false]);
    expect(clock.now()).toBe(noon + 602_000);
    const at = clock.deviceNow();
    clock.learn(new Date(noon + 602_000).toISOString(), at, at);
    expect([clock.now(), clock.look(), clock.isSure()]).toEqual([noon + 602_000, false, true]);
  });

  it('is right again with the first answer when it was the device’s clock that was set, and was never sure before', () => {
    for (const step of [3_600_000, -3_600_000]) {
      const { clocks, pass, clock } = device(noon);
      clock.learn(new Date(noon).toISOString(), noon, noon);
      clocks.wallMs += step;
      pass(1_000);
      expect([clock.look(), clock.isSure()]).toEqual([true, false]);
      const at = clock.deviceNow();
      clock.learn(new Date(noon + 1_000).toISOString(), at, at);
      expect([clock.now(), clock.isSure()]).toEqual([noon + 1_000, true]);
    }
  });

  it('sees no doubt when both clocks went on', () => {
    const { pass, clock } = device(noon);
    pass(600_000);
    expect([clock.look(), clock.isSure()]).toEqual([false, true]);
  });

  it('ignores what is no instant', () => {
    const { clock } = device(noon);
    clock.learn('soon', noon, noon);
    expect(clock.now()).toBe(noon);
  });
});

describe('the choice between two samples', () => {
  const sharp = sampleOf(new Date(noon).toISOString(), noon - 40, noon);
  const vague = (receivedAt: number) =>
    sampleOf(new Date(receivedAt).toISOString(), receivedAt - 900, receivedAt);

  it('keeps a sharp one against a vague one that agrees', () => {
    expect(betterSample(sharp, vague(noon + 5_000))).toBe(sharp);
  });

  it('takes the vague one when the sharp one is older than two minutes', () => {
    const next = vague(noon + 121_000);
    expect(betterSample(sharp, next)).toBe(next);
  });

  it('takes the newer one when they contradict each other', () => {
    const next = sampleOf(new Date(noon + 60_000).toISOString(), noon - 900, noon);
    expect(betterSample(sharp, next)).toBe(next);
  });
});
