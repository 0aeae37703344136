import { windowInvalid, windowOnlyExtends } from '../../../shared/contest/contest.errors.js';
import type { FailureKind } from '../../../shared/kernel/failure.js';

export type Window = { opensAt: Date; closesAt: Date };

export type WindowChange = { ok: true; window: Window } | { ok: false; failure: FailureKind };

/**
 * The window a published round gets when another one is wanted at `now`. The close only moves later, and to an
 * instant that is still to come. The opening moves as long as it has not come; wanted in the past, it is now.
 */
export function changeWindow(current: Window, wanted: Window, now: Date): WindowChange {
  const opened = current.opensAt <= now;
  if (opened && wanted.opensAt.getTime() !== current.opensAt.getTime()) return refused(windowOnlyExtends);
  if (wanted.closesAt < current.closesAt) return refused(windowOnlyExtends);
  const window = {
    opensAt: opened ? current.opensAt : later(wanted.opensAt, now),
    closesAt: wanted.closesAt,
  };
  const moved = window.closesAt > current.closesAt;
  if (window.closesAt <= window.opensAt || (moved && window.closesAt <= now)) return refused(windowInvalid);
  return { ok: true, window };
}

const refused = (failure: FailureKind): WindowChange => ({ ok: false, failure });
const later = (one: Date, two: Date): Date => (one > two ? one : two);
