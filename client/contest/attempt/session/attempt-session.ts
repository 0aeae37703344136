import type { AttemptView } from '../../../../shared/contest/attempt.schema.js';
import type { QuestionResponse } from '../../../../shared/question-bank/question.schema.js';
import { ApiFailure } from '../../../platform/api/api-failure.js';
import { isSendable } from '../../../platform/keep/outbox-item.rules.js';
import { retryDelayMs } from '../../../platform/api/connection.js';
import { serverNow } from '../../../platform/time/server-time.js';
import type { AttemptApi } from './attempt.api.js';
import type { AttemptDevice } from './attempt-device.js';
import {
  keepUnread,
  saveOf,
  settleFlag,
  takeLead,
  type DeviceRecord,
  type PendingSave,
} from './device-record.rules.js';
import {
  afterAnswer,
  initialState,
  leadsHere,
  submissionIsDue,
  type SessionState,
} from './session-state.rules.js';

export type SessionDeps = {
  attemptId: string;
  api: Omit<AttemptApi, 'read' | 'settleOffer'>;
  device: AttemptDevice;
  /** The server's copy has changed: here it is, or it has to be fetched. */
  onNews: (view: AttemptView | null) => void;
  onFlagStored: (position: number, flagged: boolean) => void;
};

/**
 * One attempt on one device: takes choices in, keeps them on the device, sends them, and sends the submission after
 * the last of them. Knows nothing of the screen.
 */
export class AttemptSession {
  private state: SessionState;
  private readonly listeners = new Set<() => void>();
  private readonly leadListeners = new Set<() => void>();
  private readonly drafts = new Set<() => void>();
  private isSyncingFlags = false;
  private lostSubmissions = 0;
  private submissionTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly deps: SessionDeps) {
    const { outbox, record } = deps.device;
    this.state = initialState(record, outbox.pending());
    outbox.subscribe(() => this.set({ pending: outbox.pending() }));
  }

  readonly read = (): SessionState => this.state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  /** False when the browser grants no storage: what is unsent is then lost with the page. */
  get isOnDevice(): boolean {
    return this.deps.device.outbox.medium !== 'memory';
  }

  /** A choice, or null to clear it: first kept on the device, then sent. */
  async choose(position: number, response: QuestionResponse | null): Promise<void> {
    const { record } = this.state;
    if (!leadsHere(this.state) || record.submitting || this.state.timeIsUp) return;
    const save = saveOf(this.deps.attemptId, record, { position, response, keptAt: serverNow() });
    if (!save) return;
    await Promise.all([this.write({ ...record, seq: save.seq }), this.deps.device.outbox.enqueue(save)]);
    await this.send();
  }

  async setFlag(position: number, flagged: boolean): Promise<void> {
    const { record } = this.state;
    await this.write({ ...record, flags: { ...record.flags, [position]: flagged } });
    await this.sendFlags();
  }

  /** Keeps text in a field that is no answer yet; null once it is one. */
  keepUnread(position: number, text: string | null): void {
    const { record } = this.state;
    if ((record.unread[position] ?? null) !== text) void this.write(keepUnread(record, position, text));
  }

  visit(position: number): void {
    if (this.state.record.visited !== position) void this.write({ ...this.state.record, visited: position });
  }

  /** Fields that hold back what is being typed register here; `flush` has them hand it over. */
  onFlush(handOver: () => void): () => void {
    this.drafts.add(handOver);
    return () => void this.drafts.delete(handOver);
  }

  flush(): void {
    for (const handOver of [...this.drafts]) handOver();
  }

  /**
   * The page may be gone in a moment: what is typed and what waits goes out at once, without waiting for the storage or
   * for each other. What is on its way already arrives twice, which changes nothing.
   */
  leave(): void {
    this.flush();
    const { outbox } = this.deps.device;
    for (const save of outbox.pending().filter(isSendable))
      // Whatever goes wrong, it is in the queue.
      this.sendOne(save).then(
        () => outbox.drop(save.key, save),
        () => undefined,
      );
  }

  async submit(): Promise<void> {
    this.flush();
    this.set({ submitRefusal: null });
    await this.write({ ...this.state.record, submitting: true });
    await this.send();
  }

  async keepWorking(): Promise<void> {
    await this.write({ ...this.state.record, submitting: false });
  }

  /** The deadline has passed, or was moved. What is typed still goes out before the fields lock. */
  setTimeIsUp(timeIsUp: boolean): void {
    if (timeIsUp === this.state.timeIsUp) return;
    if (timeIsUp) this.flush();
    this.set({ timeIsUp });
    if (timeIsUp) void this.send();
  }

  /** The network is back, or somebody has signed in: no need to wait for the next try. */
  wake(): void {
    this.deps.device.outbox.retryNow();
    void this.send();
  }

  onLeadTaken(listener: () => void): () => void {
    this.leadListeners.add(listener);
    return () => void this.leadListeners.delete(listener);
  }

  async takeLead(): Promise<void> {
    const { epoch } = await this.deps.api.takeLead(this.deps.attemptId);
    this.set({ isInOtherTab: false, leadingEpoch: Math.max(this.state.leadingEpoch, epoch) });
    await this.write(takeLead(this.state.record, epoch));
    for (const listener of [...this.leadListeners]) listener();
    this.deps.onNews(null);
  }

  learnEpoch(epoch: number): void {
    if (epoch > this.state.leadingEpoch) this.set({ leadingEpoch: epoch });
  }

  openedInOtherTab(): void {
    this.set({ isInOtherTab: true });
  }

  /** The pair that a settled offer is written with. */
  async nextOrder(): Promise<{ epoch: number; sequence: number } | null> {
    const { record } = this.state;
    if (record.epoch === null) return null;
    await this.write({ ...record, seq: record.seq + 1 });
    return { epoch: record.epoch, sequence: record.seq + 1 };
  }

  /** Sends what waits, at once; what the server refused goes again under a new number. */
  async retry(): Promise<void> {
    for (const save of this.state.pending.filter((entry) => !isSendable(entry))) {
      const seq = this.state.record.seq + 1;
      await this.write({ ...this.state.record, seq });
      await this.deps.device.outbox.enqueue({ key: save.key, epoch: save.epoch, seq, value: save.value });
    }
    this.wake();
  }

  async send(): Promise<void> {
    await Promise.all([this.deps.device.outbox.drain((save) => this.sendOne(save)), this.sendFlags()]);
    if (submissionIsDue(this.state)) await this.sendSubmission();
  }

  private async sendOne(save: PendingSave): Promise<void> {
    const { epoch, seq: sequence, value } = save;
    try {
      const body = { epoch, sequence, response: value.response };
      const answer = await this.deps.api.save(this.deps.attemptId, value.position, body);
      this.set(afterAnswer(this.state, save, answer));
      if (answer.outcome !== 'saved') this.deps.onNews(null);
    } catch (error) {
      // Too fast is not a refusal of the answer: the queue waits and asks again.
      if (error instanceof ApiFailure && error.status === 429) throw new Error(error.code, { cause: error });
      throw error;
    }
  }

  private async sendFlags(): Promise<void> {
    if (this.isSyncingFlags) return;
    this.isSyncingFlags = true;
    try {
      for (let next = this.nextFlag(); next; next = this.nextFlag()) {
        const [position, flagged] = next;
        await this.storeFlag(position, flagged);
        await this.write(settleFlag(this.state.record, position, flagged));
      }
    } catch {
      // Kept in the record: goes with the next choice, or when the network is back.
    } finally {
      this.isSyncingFlags = false;
    }
  }

  /** A flag the server will never take is given up; the screen then shows what the server has. */
  private async storeFlag(position: number, flagged: boolean): Promise<void> {
    try {
      await this.deps.api.flag(this.deps.attemptId, position, flagged);
      this.deps.onFlagStored(position, flagged);
    } catch (error) {
      if (!(error instanceof ApiFailure) || error.isTransient || error.isCurable) throw error;
      this.deps.onNews(null);
    }
  }

  private nextFlag(): [number, boolean] | null {
    const [next] = Object.entries(this.state.record.flags);
    return next ? [Number(next[0]), next[1]] : null;
  }

  private async sendSubmission(): Promise<void> {
    clearTimeout(this.submissionTimer);
    this.set({ isSubmitting: true });
    try {
      const view = await this.deps.api.submit(this.deps.attemptId, this.state.record.epoch ?? 0);
      this.deps.onNews(view);
      // Should it be reopened, nothing of this submission is left.
      this.set({ submitRefusal: null, isSubmitting: false, timeIsUp: false });
      await this.write({ ...this.state.record, submitting: false });
    } catch (error) {
      this.set({ isSubmitting: false });
      if (error instanceof ApiFailure && !error.isTransient) {
        if (!error.isCurable) return this.submissionRefused(error);
        this.set({ submitRefusal: error });
      }
      this.submissionTimer = setTimeout(() => void this.send(), retryDelayMs(this.lostSubmissions));
      this.lostSubmissions += 1;
    }
  }

  private async submissionRefused(failure: ApiFailure): Promise<void> {
    this.set({ submitRefusal: failure });
    await this.write({ ...this.state.record, submitting: false });
    const { epoch } = failure.params;
    if (typeof epoch === 'number') this.learnEpoch(epoch);
    this.deps.onNews(null);
  }

  private async write(record: DeviceRecord): Promise<void> {
    this.set({ record });
    // What a newer tab of this browser has noted since must not be written over.
    if (this.state.isInOtherTab) return;
    // A browser that stores nothing must not keep the choice from being sent.
    await this.deps.device.write(record).catch(() => undefined);
  }

  private set(change: Partial<SessionState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of [...this.listeners]) listener();
  }
}
