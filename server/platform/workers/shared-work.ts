type Going<Result> = { result: Promise<Result>; askers: number; control: AbortController };

/** Work that several ask for while it goes on is done once for all of them, and ends early when the last has left. */
export class SharedWork<Result> {
  private readonly going = new Map<string, Going<Result>>();

  async join(
    id: string,
    begin: (signal: AbortSignal) => Promise<Result>,
    signal?: AbortSignal,
  ): Promise<Result> {
    signal?.throwIfAborted();
    const work = this.going.get(id) ?? this.begin(id, begin);
    work.askers += 1;
    if (!signal) return work.result;
    const { promise: left, reject } = Promise.withResolvers<never>();
    const leave = (): void => {
      work.askers -= 1;
      if (work.askers === 0) this.abandon(id, work, signal.reason);
      reject(signal.reason);
    };
    signal.addEventListener('abort', leave, { once: true });
    try {
      return await Promise.race([work.result, left]);
    } finally {
      signal.removeEventListener('abort', leave);
    }
  }

  private begin(id: string, begin: (signal: AbortSignal) => Promise<Result>): Going<Result> {
    const control = new AbortController();
    const work = { result: begin(control.signal), askers: 0, control };
    this.going.set(id, work);
    const forget = (): void => this.forget(id, work);
    work.result.then(forget, forget);
    return work;
  }

  /** Who asks from now on begins anew. */
  private abandon(id: string, work: Going<Result>, reason: unknown): void {
    this.forget(id, work);
    work.control.abort(reason);
  }

  private forget(id: string, work: Going<Result>): void {
    if (this.going.get(id) === work) this.going.delete(id);
  }
}
