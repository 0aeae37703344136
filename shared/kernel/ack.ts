import type { FailureView } from './failure.js';

/** Every client socket event is acknowledged with exactly one of these. */
export type Ack<Data> = { ok: true; data: Data } | { ok: false; error: FailureView };
