import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { DataSource, type EntityManager } from 'typeorm';
import {
  memberImportNothing,
  memberImportRunning,
  memberImportStopped,
} from '../../../shared/account/account.errors.js';
import type { ApplyMembers } from '../../../shared/account/member-import.schema.js';
import { importAlreadyApplied } from '../../../shared/kernel/import.js';
import { internalError, notFound } from '../../../shared/kernel/failure.js';
import type { Viewer } from '../../../shared/kernel/viewer.js';
import { fail, FailureError } from '../../platform/failure-error.js';
import { lockFile, lockKind, markApplied, type OwnFile } from '../../platform/import/imports.queries.js';
import { LOGGER } from '../../platform/log.js';
import { PrivilegedAct } from '../privileged-act.service.js';
import { lockRoles } from '../role.queries.js';
import {
  addMembers,
  correctMembers,
  countAnew,
  departMembers,
  keepBefore,
  moveMembers,
} from './member-apply.queries.js';
import {
  beginRun,
  countActs,
  countChosen,
  endRun,
  noteProgress,
  readChosen,
  type ChosenRow,
} from './member-import.queries.js';
import { MemberJudge } from './member-judge.service.js';
import { forgetActs } from './member-undo.queries.js';

/** Others get their turn between so many rows. */
const ROWS_AT_ONCE = 250;
/** So many change what is a good way to look something up. */
const MANY_ROWS = 500;
/** A run that has said nothing for so long died with its process. */
export const DEAD_MS = 60_000;

/** Applies a file of members beside the requests: all of it in one transaction, or nothing. */
@Injectable()
export class MemberRun {
  constructor(
    private readonly dataSource: DataSource,
    private readonly act: PrivilegedAct,
    private readonly judge: MemberJudge,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** Begins, and returns when it has begun. How it goes on is written where others can see it. */
  async begin(viewer: Viewer, own: OwnFile, selection: ApplyMembers): Promise<void> {
    const total = await countChosen(this.dataSource, own.id, selection);
    if (total === 0) fail(memberImportNothing);
    if (!(await beginRun(this.dataSource, own.id, { total, deadMs: DEAD_MS }))) fail(memberImportRunning);
    void this.run(viewer, own, selection);
  }

  private async run(viewer: Viewer, own: OwnFile, selection: ApplyMembers): Promise<void> {
    let failure: string | null = null;
    try {
      await this.act.run(viewer, (tx, actor) => this.apply(tx, { actor, own, selection }));
    } catch (error) {
      failure = error instanceof FailureError ? error.kind.code : internalError.code;
      if (!(error instanceof FailureError))
        this.logger.error({ err: error }, 'members could not be imported');
    }
    await endRun(this.dataSource, own.id, failure).catch((err: unknown) =>
      this.logger.error({ err }, 'the end of an import could not be noted'),
    );
  }

  private async apply(
    tx: EntityManager,
    { actor, own, selection }: { actor: Viewer; own: OwnFile; selection: ApplyMembers },
  ) {
    const file = (await lockFile(tx, own)) ?? fail(notFound);
    if (file.appliedAt) fail(importAlreadyApplied);
    await lockKind(tx, own.kind);
    await forgetActs(tx, own.id, 'all');
    await this.judge.judge(tx, own.id, actor);
    // Who gets a role meanwhile must not leave by a file that may not send them away.
    await lockRoles(tx);
    let done = 0;
    for (let after = 0; ;) {
      const rows = await readChosen(tx, own.id, { selection, after, limit: ROWS_AT_ONCE });
      const last = rows.at(-1);
      if (!last) break;
      await applyRows(tx, own.id, rows);
      done += rows.length;
      after = last.place;
      if (await noteProgress(this.dataSource, own.id, done)) fail(memberImportStopped);
    }
    if (done === 0) fail(memberImportNothing);
    if (done >= MANY_ROWS) await countAnew(tx);
    await markApplied(tx, own.id, true);
    const { wrong: _wrong, same: _same, ...counts } = await countActs(tx, own.id);
    return { action: 'member.import', subjectId: own.id, details: { fileName: file.fileName, ...counts } };
  }
}

async function applyRows(tx: EntityManager, fileId: string, rows: readonly ChosenRow[]): Promise<void> {
  const placesOf = (...actions: ChosenRow['action'][]) =>
    rows.filter(({ action }) => actions.includes(action)).map(({ place }) => place);
  const steps = [
    [keepBefore, placesOf('transferred', 'left', 'changed')],
    [addMembers, placesOf('new')],
    [correctMembers, placesOf('changed', 'transferred')],
    [moveMembers, placesOf('transferred')],
    [departMembers, placesOf('left')],
  ] as const;
  for (const [step, places] of steps) if (places.length > 0) await step(tx, { fileId, places });
}
