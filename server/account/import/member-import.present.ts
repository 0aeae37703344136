import { memberImportId, type MemberImportView } from '../../../shared/account/member-import.schema.js';
import { memberImportStopped } from '../../../shared/account/account.errors.js';
import { internalError } from '../../../shared/kernel/failure.js';
import type { Counts, RunRow } from './member-import.queries.js';
import { DEAD_MS } from './member-run.service.js';

/** How long an applied file can be taken back. */
export const UNDO_MS = 10 * 60_000;

type Known = {
  id: string;
  file: { file_name: string; created_at: Date; applied_at: Date | null };
  counts: Counts;
  run: RunRow | null;
  acts: Counts;
  slips: number;
  kept: MemberImportView['kept'];
  now: Date;
};

export function presentImport(known: Known): MemberImportView {
  const { id, file, counts, run, kept, now } = known;
  return {
    id: memberImportId.parse(id),
    fileName: file.file_name,
    uploadedAt: file.created_at.toISOString(),
    counts,
    run: file.applied_at || !run ? null : runOf(run, now),
    applied: file.applied_at && appliedOf(known, file.applied_at),
    kept,
    serverNow: now.toISOString(),
  };
}

/** One that finished and did not fail was taken back since; one that has said nothing for long died. */
function runOf(run: RunRow, now: Date): MemberImportView['run'] {
  const isDead = run.finished_at === null && now.getTime() - run.at.getTime() > DEAD_MS;
  if (run.finished_at !== null && run.failure === null) return null;
  const failure = isDead ? internalError.code : run.failure;
  const ended = failure === memberImportStopped.code ? 'stopped' : 'failed';
  return {
    total: run.total,
    done: run.done,
    startedAt: run.started_at.toISOString(),
    state: failure === null ? 'running' : ended,
    failure: ended === 'failed' ? failure : null,
  };
}

function appliedOf({ run, acts, slips, now }: Known, at: Date): MemberImportView['applied'] {
  const undoMs = at.getTime() + UNDO_MS;
  const beganMs = run?.started_at.getTime() ?? at.getTime();
  return {
    at: at.toISOString(),
    seconds: Math.max(1, Math.round((at.getTime() - beganMs) / 1_000)),
    counts: acts,
    undoUntil: undoMs > now.getTime() ? new Date(undoMs).toISOString() : null,
    slips,
  };
}
