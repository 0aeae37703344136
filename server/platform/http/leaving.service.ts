import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { NodeRoster } from '../database/node-roster.service.js';

/** So long a node that leaves still answers on connections that are open, and closes each with its answer. */
const LEAVE_MS = 1_500;

/**
 * A node that is told to go by SIGTERM while others serve the same database goes slowly: proxies find it unfit, and who is
 * connected gets an answer first and connects to another one. One that is alone, or is interrupted, goes at once.
 */
@Injectable()
export class Leaving implements BeforeApplicationShutdown {
  private hasBegun = false;

  constructor(private readonly roster: NodeRoster) {}

  get isLeaving(): boolean {
    return this.hasBegun;
  }

  async beforeApplicationShutdown(signal?: string): Promise<void> {
    if (signal !== 'SIGTERM' || this.roster.others().length === 0) return;
    this.hasBegun = true;
    await pause(LEAVE_MS);
  }
}
