import { useSyncExternalStore } from 'react';

/** One look at the server's clock: `offsetMs` is server minus device, wrong by at most `errorMs`. */
export type ClockSample = { offsetMs: number; errorMs: number; takenAt: number };

const SAMPLE_LIFETIME_MS = 120_000;
/** Below this two device clocks are taken to agree. */
const CLOCK_STEP_MS = 1_500;

/** What an answer tells about the server's clock: it was written half a round trip before it arrived. */
export function sampleOf(serverNow: string, sentAt: number, receivedAt: number): ClockSample {
  const halfTripMs = Math.max(0, receivedAt - sentAt) / 2;
  return {
    offsetMs: Date.parse(serverNow) + halfTripMs - receivedAt,
    errorMs: halfTripMs,
    takenAt: receivedAt,
  };
}

/** Keeps the sharper of two samples, but the newer one as soon as they contradict each other or the older aged. */
export function betterSample(current: ClockSample | null, next: ClockSample): ClockSample {
  if (current === null) return next;
  const apart = Math.abs(next.offsetMs - current.offsetMs);
  const contradicts = apart > next.errorMs + current.errorMs;
  const aged = next.takenAt - current.takenAt > SAMPLE_LIFETIME_MS;
  return contradicts || aged || next.errorMs <= current.errorMs ? next : current;
}

/** The two clocks a device has: the wall clock, which can be set, and the steady one, which may stop in sleep. */
export type DeviceClocks = { wall: () => number; steady: () => number };

/**
 * Server time from samples, on the steady clock. Where the wall clock has run ahead of it the device slept, or somebody set
 * the wall clock: the two look alike. So that nobody reads more time than there is, it is taken for sleep, but nothing is
 * done about it (`isSure`) before the server has answered.
 */
export function createServerClock(clocks: DeviceClocks) {
  let sample: ClockSample | null = null;
  let sleptMs = 0;
  let isSure = true;
  const gapNow = () => clocks.wall() - clocks.steady();
  let gap = gapNow();
  const deviceNow = () => clocks.steady() + sleptMs;
  return {
    deviceNow,
    now: () => deviceNow() + (sample?.offsetMs ?? 0),
    isSure: () => isSure,
    learn(serverNow: string, sentAt: number, receivedAt: number) {
      if (Number.isNaN(Date.parse(serverNow))) return;
      sample = betterSample(sample, sampleOf(serverNow, sentAt, receivedAt));
      isSure = true;
    },
    /** Compares the two clocks; whether they went apart since the last look, so that the caller asks the server. */
    look(): boolean {
      const gained = gapNow() - gap;
      gap += gained;
      if (Math.abs(gained) <= CLOCK_STEP_MS) return false;
      sleptMs += Math.max(0, gained);
      isSure = false;
      return true;
    },
  };
}

const clock = createServerClock({
  wall: () => Date.now(),
  steady: () => performance.timeOrigin + performance.now(),
});

/** Milliseconds since 1970 by the server's clock; by the device's until the first answer arrived. */
export const serverNow = (): number => clock.now();
/** False after a sleep or a change of the device's clock until the server has answered: then nothing is over yet. */
export const timeIsSure = (): boolean => clock.isSure();
/** A point in device time, to measure how long a request took. */
export const deviceNow = (): number => clock.deviceNow();
/** A date of an instant, for `Intl`. */
export const dateOf = (instant: string | number): Date => new Date(instant);

type Ticker = { subscribe: (listener: () => void) => () => void; read: () => number; tick: () => void };
const tickers = new Map<number, Ticker>();
let askServer: () => void = () => undefined;

/** Takes in what an answer tells; what is on screen follows at once when it was noticeably wrong. */
export function learnServerNow(serverNowText: string, sentAt: number, receivedAt: number): void {
  const before = clock.now();
  clock.learn(serverNowText, sentAt, receivedAt);
  if (Math.abs(clock.now() - before) > CLOCK_STEP_MS) for (const ticker of tickers.values()) ticker.tick();
}

/** The same from whatever came from the server, where it tells its time. */
export function learnFrom(answer: unknown, sentAt: number): void {
  if (typeof answer !== 'object' || answer === null || !('serverNow' in answer)) return;
  if (typeof answer.serverNow === 'string') learnServerNow(answer.serverNow, sentAt, deviceNow());
}

/** Names who asks the server for the time when the device's clocks went apart. */
export function onClockDoubt(ask: () => void): void {
  askServer = ask;
}

/** One timer per interval however many parts watch it. */
function tickerOf(intervalMs: number): Ticker {
  const known = tickers.get(intervalMs);
  if (known) return known;
  const listeners = new Set<() => void>();
  // Whole intervals, so that two looks within one are the same value.
  const read = () => Math.floor(serverNow() / intervalMs) * intervalMs;
  let value = read();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = () => {
    timer = setTimeout(tick, intervalMs - (serverNow() % intervalMs));
  };
  const tick = () => {
    clearTimeout(timer);
    if (clock.look()) askServer();
    value = read();
    for (const listener of [...listeners]) listener();
    if (listeners.size > 0) wait();
  };
  const ticker: Ticker = {
    subscribe(listener) {
      listeners.add(listener);
      if (listeners.size === 1) tick();
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) clearTimeout(timer);
      };
    },
    // React reads several times in one render: while somebody watches, only a tick moves the value.
    read: () => (listeners.size === 0 ? (value = read()) : value),
    tick,
  };
  tickers.set(intervalMs, ticker);
  return ticker;
}

if (typeof document !== 'undefined') {
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') return;
    if (clock.look()) askServer();
    for (const ticker of tickers.values()) ticker.tick();
  });
}

/** Server time in milliseconds, whole intervals; read again every `intervalMs` and when the page is shown again. */
export function useServerNow(intervalMs = 1_000): number {
  const ticker = tickerOf(intervalMs);
  return useSyncExternalStore(ticker.subscribe, ticker.read, ticker.read);
}
