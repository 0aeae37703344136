import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { NotificationListener } from './listener.js';

/** Any constant: nodes hold their locks under it, each with a number of its own. */
const NODES = 7_340_118;
const MAX_NUMBER = 2 ** 31 - 1;

const rosterRows = z.array(z.object({ number: z.number() }));

type OnNode = (node: number) => void;

/**
 * Which processes serve this database. Each holds a lock on its listening connection for as long as that lives, so a
 * node that is killed is missed within a pulse, and one that only stands still is not.
 */
@Injectable()
export class NodeRoster {
  readonly own = randomInt(1, MAX_NUMBER);
  private readonly there = new Set<number>();
  private readonly onJoinDo: OnNode[] = [];
  private readonly onGoneDo: OnNode[] = [];

  constructor(listener: NotificationListener) {
    listener.watchLine({
      // Shared, so that a node that lost its connection need not wait until the database has noticed.
      claim: { text: 'SELECT pg_advisory_lock_shared($1, $2)', values: [NODES, this.own] },
      question: {
        text: `SELECT DISTINCT objid::bigint::float8 AS number FROM pg_locks
               WHERE locktype = 'advisory' AND classid = $1 AND objid <> $2 AND granted
                 AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
        values: [NODES, this.own],
      },
      onRows: (rows) => this.take(rosterRows.parse(rows).map((row) => row.number)),
    });
  }

  /** Numbers of the other nodes, lowest first. */
  others(): number[] {
    return [...this.there].toSorted((one, other) => one - other);
  }

  onJoin(act: OnNode): void {
    this.onJoinDo.push(act);
  }

  onGone(act: OnNode): void {
    this.onGoneDo.push(act);
  }

  /** A node that was heard before its lock was seen. */
  met(node: number): void {
    if (this.there.has(node)) return;
    this.there.add(node);
    for (const act of this.onJoinDo) act(node);
  }

  private take(numbers: readonly number[]): void {
    const now = new Set(numbers);
    for (const node of now) this.met(node);
    for (const node of [...this.there].filter((known) => !now.has(known))) {
      this.there.delete(node);
      for (const act of this.onGoneDo) act(node);
    }
  }
}
