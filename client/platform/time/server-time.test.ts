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

  it('does not care when the clock of the device is set while the page is seen', () => {
    const { clocks, pass, clock } = device(noon);
    clock.learn(new Date(noon).toISOString(), noon, noon);
    clocks.wallMs += 3_600_000;
    pass(1_000);
    expect(clock.now()).toBe(noon + 1_000);
  });

  it('takes in the time the device slept, and wants to ask the server', () => {
    const { clocks, clock } = device(noon);
    clock.learn(new Date(noon).toISOString(), noon, noon);
    clock.hidden();
    clocks.wallMs += 600_000;
    expect(clock.shown()).toBe(true);
    expect(clock.now()).toBe(noon + 600_000);
  });

  it('sees no doubt when both clocks went on while the page was hidden', () => {
    const { pass, clock } = device(noon);
    clock.hidden();
    pass(600_000);
    expect(clock.shown()).toBe(false);
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
