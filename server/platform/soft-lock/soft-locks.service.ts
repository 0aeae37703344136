import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Logger } from 'pino';
import type { MemberId } from '../../../shared/kernel/ids.js';
import { BoundedMap } from '../bounded-map.js';
import type { Sql } from '../database/sql.js';
import { Jobs } from '../jobs/jobs.service.js';
import { LOGGER } from '../log.js';
import { RealtimeHub } from '../realtime/hub.service.js';
import {
  deleteEnded,
  deleteLocks,
  readLocksAt,
  readOtherHolder,
  takeLock,
  type SoftLockRow,
} from './soft-lock.queries.js';

/** More than anybody has open before them. */
const MAX_OF_SOCKET = 100;

/**
 * What is locked: `kind` names it in rows, for good. A lock lasts `seconds` unless it is renewed, and no longer than its
 * holder is in the room of its place.
 */
export type SoftLockKind = {
  kind: string;
  seconds: number;
  namespace: string;
  roomOf: (placeId: string) => string;
};
export type LockHolder = { memberId: MemberId; socketId: string };
type Resource = { resourceId: string; placeId: string };
type Held = Resource & { memberId: MemberId };

/**
 * Says who is at work on something, so that others keep off it: soft, for it ends by itself. Rows decide, over all nodes;
 * a node remembers only what its sockets hold, to give it back when they leave.
 */
@Injectable()
export class SoftLocks implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly jobs: Jobs,
    private readonly hub: RealtimeHub,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onModuleInit(): void {
    this.jobs.schedule({
      name: 'soft_lock.forget_ended',
      cron: '51 3 * * *',
      run: () => this.forgetEnded(),
    });
  }

  forgetEnded(): Promise<void> {
    return deleteEnded(this.dataSource);
  }

  of(kind: SoftLockKind): SoftLock {
    return new SoftLock(kind, { dataSource: this.dataSource, hub: this.hub, logger: this.logger });
  }
}

type Parts = { dataSource: DataSource; hub: RealtimeHub; logger: Logger };

export class SoftLock {
  /** By socket, then by resource. */
  private readonly held = new Map<string, BoundedMap<string, Held>>();
  private readonly onGivenBackDo: ((placeId: string) => void)[] = [];
  private isFollowing = false;

  constructor(
    private readonly kind: SoftLockKind,
    private readonly parts: Parts,
  ) {}

  /** Somebody left, or lost the connection, and others may go on. */
  onGivenBack(act: (placeId: string) => void): void {
    this.onGivenBackDo.push(act);
  }

  /** Takes or renews; null when somebody else holds it. */
  async take({ memberId, socketId }: LockHolder, resource: Resource): Promise<SoftLockRow | null> {
    this.follow();
    const held = { ...resource, memberId };
    // Noted first: whoever leaves while the row is written gives it back.
    this.note(socketId, held);
    const { kind, seconds, namespace } = this.kind;
    const row = await takeLock(this.parts.dataSource, { kind, seconds, ...held });
    const isGone = this.parts.hub.sizeOf(namespace, socketId) === 0;
    const isNoted = this.held.get(socketId)?.get(resource.resourceId) === held;
    if (row === null || isGone) this.forget(socketId, held);
    if (row !== null && (isGone || !isNoted)) await this.delete([held]);
    return row;
  }

  async giveBack({ memberId, socketId }: LockHolder, resource: Resource): Promise<void> {
    const held = { ...resource, memberId };
    this.forget(socketId, held);
    await this.delete([held]);
  }

  /** Whoever has done with them is no longer at them, in however many tabs. */
  giveBackAll(sql: Sql, resourceIds: readonly string[], memberId: string): Promise<void> {
    return deleteLocks(sql, this.kind.kind, { resourceIds, memberId });
  }

  /** Who holds what at a place now. */
  at(placeId: string): Promise<SoftLockRow[]> {
    return readLocksAt(this.parts.dataSource, this.kind.kind, placeId);
  }

  /** Somebody else who is at one of them now; null for nobody. */
  otherAt(sql: Sql, resourceIds: readonly string[], memberId: string): Promise<MemberId | null> {
    return readOtherHolder(sql, this.kind.kind, { resourceIds, memberId });
  }

  /** From the first lock on: before it there is nothing to give back. A socket that ends leaves all its rooms. */
  private follow(): void {
    if (this.isFollowing) return;
    this.isFollowing = true;
    this.parts.hub.onLeave(this.kind.namespace, (room, socketId) => this.left(room, socketId));
  }

  private left(room: string, socketId: string): void {
    const mine = [...(this.held.get(socketId)?.values() ?? [])];
    const left = mine.filter(({ placeId }) => room === socketId || room === this.kind.roomOf(placeId));
    if (left.length === 0) return;
    for (const held of left) this.forget(socketId, held);
    this.delete(left).then(
      () => {
        for (const placeId of new Set(left.map((held) => held.placeId)))
          for (const act of this.onGivenBackDo) act(placeId);
      },
      (err: unknown) => this.parts.logger.warn({ err }, 'locks were not given back, and end by themselves'),
    );
  }

  private note(socketId: string, held: Held): void {
    const mine = this.held.get(socketId) ?? new BoundedMap<string, Held>(MAX_OF_SOCKET);
    mine.set(held.resourceId, held);
    this.held.set(socketId, mine);
  }

  private forget(socketId: string, { resourceId }: Held): void {
    const mine = this.held.get(socketId);
    mine?.delete(resourceId);
    if (mine?.isEmpty) this.held.delete(socketId);
  }

  /** Not what the same person holds in another tab of this node. */
  private async delete(left: readonly Held[]): Promise<void> {
    const kept = [...this.held.values()].flatMap((mine) => [...mine.values()]);
    for (const [memberId, theirs] of Map.groupBy(left, (held) => held.memberId)) {
      const still = new Set(kept.filter((held) => held.memberId === memberId).map((held) => held.resourceId));
      const resourceIds = theirs.map((held) => held.resourceId).filter((id) => !still.has(id));
      if (resourceIds.length > 0)
        await deleteLocks(this.parts.dataSource, this.kind.kind, { resourceIds, memberId });
    }
  }
}
