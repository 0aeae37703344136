import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import {
  IMPORT_ACTIONS,
  type ApplyMembers,
  type MemberImportRowQuery,
  type MemberImportRows,
  type MemberImportView,
  type NameUnit,
  type PreviewMembers,
} from '../../../shared/account/member-import.schema.js';
import { invalidInput, notFound } from '../../../shared/kernel/failure.js';
import { importAlreadyApplied, importUndoTooLate } from '../../../shared/kernel/import.js';
import type { Viewer } from '../../../shared/kernel/viewer.js';
import { Clock } from '../../platform/clock.js';
import { fail } from '../../platform/failure-error.js';
import { decodeCursor, encodeCursor } from '../../platform/http/cursor.js';
import { lockFile, markApplied, type OwnFile } from '../../platform/import/imports.queries.js';
import { Imports } from '../../platform/import/imports.service.js';
import { parsedFile } from '../../platform/import/parsed-file.js';
import { isReferred } from '../../platform/database/database-away.js';
import { canAdministerUnit } from '../account.policy.js';
import { PrivilegedAct } from '../privileged-act.service.js';
import { readUnitPath } from '../unit/unit-path.queries.js';
import { chooseUnit } from './member-judge.queries.js';
import { MemberJudge } from './member-judge.service.js';
import {
  countActions,
  countActs,
  countRows,
  readKept,
  readNewWithoutPassword,
  readRows,
  readRun,
  readUploaded,
  requestStop,
  rowPlace,
} from './member-import.queries.js';
import { presentImport, UNDO_MS } from './member-import.present.js';
import { unitKeyOf } from './member-row.rules.js';
import { MemberRun } from './member-run.service.js';
import {
  forgetActs,
  keepBegun,
  keepChangedSince,
  keepMember,
  readRemovable,
  removeMembers,
  restoreChanged,
  takeBackDeparted,
} from './member-undo.queries.js';

const KIND = 'member';
const REMOVED_AT_ONCE = 200;

/** Files of members: looked at first, applied as chosen, taken back for ten minutes. */
@Injectable()
export class MemberImports {
  constructor(
    private readonly dataSource: DataSource,
    private readonly imports: Imports,
    private readonly act: PrivilegedAct,
    private readonly judge: MemberJudge,
    private readonly runs: MemberRun,
    private readonly clock: Clock,
  ) {}

  /** Reads a file in a thread and compares it with who is there. Nothing is changed yet. */
  async preview(viewer: Viewer, request: PreviewMembers, signal: AbortSignal): Promise<MemberImportView> {
    const kind = {
      name: KIND,
      task: { module: new URL('./member-import.worker.js', import.meta.url), name: 'parse', out: parsedFile },
      markKnown: (tx: EntityManager, fileId: string) => this.judge.judge(tx, fileId, viewer),
    };
    const { memberId } = viewer;
    return this.view(viewer, await this.imports.preview(kind, request, { memberId, signal }));
  }

  async view(viewer: Viewer, id: string): Promise<MemberImportView> {
    const file = await this.file(viewer, id);
    const counts = await countActions(this.dataSource, id);
    const run = await readRun(this.dataSource, id);
    const acts = await countActs(this.dataSource, id);
    const slips = file.applied_at ? (await readNewWithoutPassword(this.dataSource, id)).length : 0;
    const kept = file.applied_at ? [] : await readKept(this.dataSource, id);
    return presentImport({ id, file, counts, run, acts, slips, kept, now: this.clock.now() });
  }

  async rows(viewer: Viewer, id: string, query: MemberImportRowQuery): Promise<MemberImportRows> {
    await this.file(viewer, id);
    const { cursor, limit, action, q = '' } = query;
    const filter = { action, q };
    const after = decodeCursor(rowPlace, cursor);
    const rows = await readRows(this.dataSource, id, { filter, after, limit: limit + 1 });
    const last = rows[limit] && rows[limit - 1];
    return {
      items: rows.slice(0, limit),
      next: last ? encodeCursor([IMPORT_ACTIONS.indexOf(last.action) + 1, last.place]) : null,
      total: await countRows(this.dataSource, id, filter),
    };
  }

  /** From now on all rows that call a unit so mean this one. */
  async nameUnit(viewer: Viewer, id: string, { written, unitId }: NameUnit): Promise<MemberImportView> {
    await this.act.run(viewer, async (tx, actor) => {
      await this.toChange(tx, ownOf(viewer, id));
      const path = await readUnitPath(tx, unitId);
      if (!path || !canAdministerUnit(actor, path)) return fail(invalidInput, { unitId: 'unknown' });
      await chooseUnit(tx, id, { written: unitKeyOf(written), unitId });
      await this.judge.judge(tx, id, actor);
      return null;
    });
    return this.view(viewer, id);
  }

  async apply(viewer: Viewer, id: string, selection: ApplyMembers): Promise<MemberImportView> {
    const file = await this.file(viewer, id);
    if (file.applied_at) fail(importAlreadyApplied);
    await this.runs.begin(viewer, ownOf(viewer, id), selection);
    return this.view(viewer, id);
  }

  /** A run that goes on ends with nobody imported. */
  async stop(viewer: Viewer, id: string): Promise<void> {
    await this.file(viewer, id);
    await requestStop(this.dataSource, id);
  }

  /** Takes an applied file back; who went on from there stays, and is named. */
  async undo(viewer: Viewer, id: string): Promise<MemberImportView> {
    await this.act.run(viewer, async (tx, actor) => {
      const file = (await lockFile(tx, ownOf(viewer, id))) ?? fail(notFound);
      const until = (file.appliedAt?.getTime() ?? 0) + UNDO_MS;
      if (until < this.clock.nowMs()) fail(importUndoTooLate);
      await tx.query(`SET LOCAL statement_timeout = '60s'`);
      await keepChangedSince(tx, id);
      await restoreChanged(tx, id);
      await takeBackDeparted(tx, id);
      await keepBegun(tx, id);
      await removeNew(tx, id);
      await forgetActs(tx, id, 'restored');
      await markApplied(tx, id, false);
      await this.judge.judge(tx, id, actor);
      return { action: 'member.import_undo', subjectId: id, details: { fileName: file.fileName } };
    });
    return this.view(viewer, id);
  }

  /** A file is its maker's own. */
  async file(viewer: Viewer, id: string) {
    return (await readUploaded(this.dataSource, { id, memberId: viewer.memberId })) ?? fail(notFound);
  }

  private async toChange(tx: EntityManager, own: OwnFile): Promise<void> {
    const file = (await lockFile(tx, own)) ?? fail(notFound);
    if (file.appliedAt) fail(importAlreadyApplied);
  }
}

const ownOf = (viewer: Viewer, id: string): OwnFile => ({ kind: KIND, id, memberId: viewer.memberId });

/** Many at a time; where something refers to one of them, one by one, and that one stays. */
async function removeNew(tx: EntityManager, fileId: string): Promise<void> {
  for (;;) {
    const ids = await readRemovable(tx, fileId, REMOVED_AT_ONCE);
    if (ids.length === 0) return;
    if (await isRemoved(tx, ids)) continue;
    for (const id of ids) if (!(await isRemoved(tx, [id]))) await keepMember(tx, fileId, id);
  }
}

async function isRemoved(tx: EntityManager, ids: readonly string[]): Promise<boolean> {
  await tx.query('SAVEPOINT removing');
  try {
    await removeMembers(tx, ids);
    await tx.query('RELEASE SAVEPOINT removing');
    return true;
  } catch (error) {
    if (!isReferred(error)) throw error;
    await tx.query('ROLLBACK TO SAVEPOINT removing');
    return false;
  }
}
