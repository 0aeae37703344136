import { ApiFailure, isFailure } from '../api/api-failure.js';

/**
 * `unsaved`: sent after a pause. `held`: something in it cannot be saved. `offline`: kept until the server is back.
 * `failed`: refused. `stale`: somebody else saved meanwhile, and has to be chosen against.
 */
export type SaveStatus = 'saved' | 'unsaved' | 'saving' | 'held' | 'offline' | 'failed' | 'stale';

export type SaverState<Value> = { value: Value; status: SaveStatus; error: unknown };

/** Writing that has not reached the server, kept on the device. */
export type KeptDraft<Value> = { value: Value; revision: number };

type SaverOptions<Value> = {
  value: Value;
  revision: number;
  /** Saves on top of a revision and returns the new one. */
  send: (value: Value, revision: number) => Promise<number>;
  isSound: (value: Value) => boolean;
  keep: { read: () => KeptDraft<Value> | null; write: (kept: KeptDraft<Value> | null) => void };
  onChange: () => void;
};

const PAUSE_MS = 800;

/** Saves one part of a draft by itself after every change, one request at a time, always the newest value. */
export class DraftSaver<Value> {
  private current: SaverState<Value>;
  private revision: number;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<void> | null = null;

  constructor(private readonly options: SaverOptions<Value>) {
    const kept = options.keep.read();
    this.revision = options.revision;
    this.current = { value: kept?.value ?? options.value, status: 'saved', error: null };
    if (!kept) return;
    // What an earlier page could not save; on top of somebody else's writing it has to be chosen.
    this.current.status = kept.revision === options.revision ? 'unsaved' : 'stale';
    if (this.current.status === 'unsaved') this.schedule();
  }

  readonly state = (): SaverState<Value> => this.current;

  /** True while something here is not with the server. */
  get isUnsaved(): boolean {
    return this.current.status !== 'saved';
  }

  change(value: Value): void {
    const held = !this.options.isSound(value);
    const stale = this.current.status === 'stale';
    this.enter({ value, status: stale ? 'stale' : held ? 'held' : 'unsaved', error: null });
    this.options.keep.write({ value, revision: this.revision });
    if (!held && !stale) this.schedule();
    else clearTimeout(this.timer);
  }

  /** Sends now what is unsaved; true when the server has everything afterwards. */
  async flush(): Promise<boolean> {
    clearTimeout(this.timer);
    const { status } = this.current;
    if (status === 'unsaved' || status === 'saving' || status === 'offline' || status === 'failed')
      await this.drain();
    return !this.isUnsaved;
  }

  /** What the server has now; taken over unless something here is unsaved. */
  meet(value: Value, revision: number): void {
    if (revision <= this.revision || this.isUnsaved) return;
    this.revision = revision;
    this.enter({ value, status: 'saved', error: null });
  }

  /** After `stale`: gives up what is here for what the server has. */
  takeTheirs(value: Value, revision: number): void {
    this.revision = revision;
    this.options.keep.write(null);
    this.enter({ value, status: 'saved', error: null });
  }

  /** After `stale`: puts what is here on top of the server's newest revision. */
  async keepMine(revision: number): Promise<void> {
    this.revision = revision;
    this.enter({ ...this.current, status: 'unsaved' });
    await this.flush();
  }

  stop(): void {
    clearTimeout(this.timer);
  }

  private schedule(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.drain(), PAUSE_MS);
  }

  private drain(): Promise<void> {
    this.running ??= this.sendAll().finally(() => {
      this.running = null;
    });
    return this.running;
  }

  /** Goes on until the value that was sent is the one on screen. */
  private async sendAll(): Promise<void> {
    for (;;) {
      const { value } = this.current;
      this.enter({ value, status: 'saving', error: null });
      try {
        this.revision = await this.options.send(value, this.revision);
      } catch (error) {
        return this.fail(error);
      }
      if (this.current.value === value) {
        this.options.keep.write(null);
        return this.enter({ value, status: 'saved', error: null });
      }
      this.options.keep.write({ value: this.current.value, revision: this.revision });
      if (!this.options.isSound(this.current.value)) return this.enter({ ...this.current, status: 'held' });
    }
  }

  private fail(error: unknown): void {
    const transient = error instanceof ApiFailure && error.isTransient;
    const status = isFailure(error, 'stale_write') ? 'stale' : transient ? 'offline' : 'failed';
    this.enter({ value: this.current.value, status, error });
  }

  private enter(next: SaverState<Value>): void {
    this.current = next;
    this.options.onChange();
  }
}
