import { z } from 'zod';
import { failure } from './failure.js';

export const importAlreadyApplied = failure('import.already_applied', 409);
/** params: lines (those that are no accepted item) */
export const importUnknownLines = failure('import.unknown_lines', 400);
/** An applied import is taken back only for a while. */
export const importUndoTooLate = failure('import.undo_too_late', 409);
/** Taken back already, or never applied. */
export const importNotApplied = failure('import.not_applied', 409);
/** Something builds on what came in: it was edited, or is used. */
export const importInUse = failure('import.in_use', 409);

/** A finding about an item of a file: a stable code with parameters, which the client translates. */
export const importFinding = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type ImportFinding = z.infer<typeof importFinding>;

/** How an item stands: fit to import, fit though something is missing, there already but different, there, or refused. */
export const IMPORT_STANDINGS = ['ready', 'warned', 'changed', 'duplicate', 'rejected'] as const;
export const importStanding = z.enum(IMPORT_STANDINGS);
export type ImportStanding = z.infer<typeof importStanding>;

const MAX_LINES = 5_000;
const lines = z.array(z.int32().min(1)).max(MAX_LINES);

/** All of them, or those on the named lines; without those in `except`. */
const someItems = z.object({ lines: z.union([z.literal('all'), lines]), except: lines.default([]) });

/** Which items of a file come in: of those that are accepted, and of those that change what is there (none unless told). */
export const importSelection = someItems.extend({ changed: someItems.prefault({ lines: [] }) });
export type ImportSelection = z.infer<typeof importSelection>;
