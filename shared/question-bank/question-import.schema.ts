import { z } from 'zod';
import { importFinding, importSelection, importStanding } from '../kernel/import.js';
import { pageOf, pageQuery } from '../kernel/page.js';
import { instant } from '../kernel/time.js';
import { importId, level, questionContent } from './question.schema.js';

export const MAX_IMPORT_BYTES = 5_000_000;
export const MAX_IMPORT_ITEMS = 5_000;

export const importFormat = z.enum(['gift', 'csv']);
export type ImportFormat = z.infer<typeof importFormat>;

export const importedQuestion = z.object({
  content: questionContent,
  topic: z.string(),
  level,
  tags: z.array(z.string()),
});

/** What a parser makes of one item of a file. `line` is 1-based, of the item's first line. */
export const parsedItem = z.object({
  line: z.number().int().min(1),
  /** As the file has it, for showing: at most 200 characters. */
  excerpt: z.string(),
  question: importedQuestion.nullable(),
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

/** `GET /api/question-imports/:id/items`: in the order of the file, of one standing where it is told. */
export const importItemPage = pageOf(importItemView);
export type ImportItemPage = z.infer<typeof importItemPage>;
export const importItemQuery = pageQuery.extend({ standing: importStanding.optional() });
export type ImportItemQuery = z.infer<typeof importItemQuery>;

/** What a file would bring: figures of all of it and its first page of items. */
export const importPreview = importItemPage.extend({
  id: importId,
  fileName: z.string(),
  format: importFormat,
  counts: z.object({ accepted: z.number().int(), duplicate: z.number().int(), rejected: z.number().int() }),
  /** Of the accepted, those that come in as drafts because something is missing. */
  warned: z.number().int(),
  /** How many items were refused for not naming a topic. */
  lackingTopic: z.number().int(),
  /** How many questions of the bank came from it; null while it is not applied. */
  added: z.number().int().nullable(),
  /** Set once the import was applied. */
  appliedAt: instant.nullable(),
  /** Until then an applied import can be taken back as a whole. */
  undoUntil: instant.nullable(),
});
export type ImportPreview = z.infer<typeof importPreview>;

/** `PUT /api/question-imports/:id/application` */
export const applyImport = importSelection;
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
