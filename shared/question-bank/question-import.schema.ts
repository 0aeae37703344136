import { z } from 'zod';
import { idOf } from '../kernel/ids.js';
import { instant } from '../kernel/time.js';
import { level, questionContent } from './question.schema.js';

export const MAX_IMPORT_BYTES = 5_000_000;
export const MAX_IMPORT_ITEMS = 5_000;

export const importFormat = z.enum(['gift', 'csv']);
export type ImportFormat = z.infer<typeof importFormat>;

export const importId = idOf('QuestionImportId');

/** A finding about an item: a stable code with parameters, which the client translates. */
export const importFinding = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type ImportFinding = z.infer<typeof importFinding>;

/** What a parser makes of one item of a file. `line` is 1-based, of the item's first line. */
export const parsedItem = z.object({
  line: z.number().int().min(1),
  /** As the file has it, for showing: at most 200 characters. */
  excerpt: z.string(),
  question: z
    .object({
      content: questionContent,
      topic: z.string(),
      level,
      tags: z.array(z.string()),
    })
    .nullable(),
  errors: z.array(importFinding),
  warnings: z.array(importFinding),
});
export type ParsedItem = z.infer<typeof parsedItem>;

export const itemOutcome = z.enum(['accepted', 'duplicate', 'rejected']);
export type ItemOutcome = z.infer<typeof itemOutcome>;

export const importItemView = parsedItem.extend({
  outcome: itemOutcome,
  /** Code of the question that says the same already, when the outcome is `duplicate`. */
  duplicateOf: z.string().nullable(),
});
export type ImportItemView = z.infer<typeof importItemView>;

/** `POST /api/question-imports`: the file's text, decoded as UTF-8 by the sender. Nothing is added yet. */
export const previewImport = z.object({
  fileName: z.string().trim().min(1).max(200),
  format: importFormat,
  text: z.string().min(1).max(MAX_IMPORT_BYTES),
  /** Topic for items whose file names none. */
  fallbackTopic: z.string().trim().max(200).default(''),
});
export type PreviewImport = z.infer<typeof previewImport>;

export const importPreview = z.object({
  id: importId,
  fileName: z.string(),
  format: importFormat,
  counts: z.object({ accepted: z.number().int(), duplicate: z.number().int(), rejected: z.number().int() }),
  items: z.array(importItemView),
  /** How many questions of the bank came from it; null while it is not applied. */
  added: z.number().int().nullable(),
  /** Set once the import was applied. */
  appliedAt: instant.nullable(),
  /** Until then an applied import can be taken back as a whole. */
  undoUntil: instant.nullable(),
});
export type ImportPreview = z.infer<typeof importPreview>;

/** `PUT /api/question-imports/:id/application`: all accepted items, or those on the named lines. */
export const applyImport = z.object({
  lines: z.union([z.literal('all'), z.array(z.int32().min(1)).min(1).max(MAX_IMPORT_ITEMS)]),
});
export type ApplyImport = z.infer<typeof applyImport>;
export const importResult = z.object({
  /** Counted from what was written. */
  added: z.number().int(),
  /** All other items of the file. */
  skipped: z.number().int(),
  /** Those of the skipped that were wanted, but whose like came into the bank since the file was looked at. */
  repeated: z.number().int(),
});
export type ImportResult = z.infer<typeof importResult>;
