import { Injectable } from '@nestjs/common';
import { BoundedMap } from '../bounded-map.js';
import { FairQueue } from '../workers/fair-queue.js';
import { SharedWork } from '../workers/shared-work.js';
import { Workers } from '../workers/workers.service.js';

const MAX_KEPT_BYTES = 32_000_000;
const MAX_WAITING = 500;
const MAX_WAITING_OF_ONE = 10;

export type ExportOrder = {
  /** Names everything the file is made of, to the revision: under one key there is one file. */
  key: string;
  /** Whose turn it takes. */
  person: string;
  make: (signal: AbortSignal) => Promise<Buffer>;
  /** Aborted when whoever asked has gone. */
  signal?: AbortSignal;
};

/**
 * Files to take along. One is made once for all who ask for the same and kept until others need the room; everybody
 * has one made at a time, and the turns are fair.
 */
@Injectable()
export class Exports {
  private readonly kept = new BoundedMap<string, Buffer>(MAX_KEPT_BYTES, (_key, file) => file.length);
  private readonly queue: FairQueue;
  private readonly waiting = new SharedWork<Buffer>();
  private readonly making = new SharedWork<Buffer>();

  constructor(workers: Workers) {
    this.queue = new FairQueue({
      width: workers.width,
      maxWaiting: MAX_WAITING,
      maxWaitingOfOne: MAX_WAITING_OF_ONE,
    });
  }

  async file({ key, person, make, signal }: ExportOrder): Promise<Buffer> {
    const known = this.kept.get(key);
    if (known) return known;
    const atTurn = (gone: AbortSignal): Promise<Buffer> => this.made(key, make, gone);
    const inTurn = (gone: AbortSignal): Promise<Buffer> => this.queue.run(person, () => atTurn(gone), gone);
    return this.waiting.join(`${person} ${key}`, inTurn, signal);
  }

  /** Somebody else may have had it made meanwhile, or have it made just now. */
  private async made(key: string, make: ExportOrder['make'], signal: AbortSignal): Promise<Buffer> {
    return this.kept.get(key) ?? this.making.join(key, (gone) => this.keep(key, make(gone)), signal);
  }

  private async keep(key: string, making: Promise<Buffer>): Promise<Buffer> {
    const file = await making;
    this.kept.set(key, file);
    return file;
  }
}
