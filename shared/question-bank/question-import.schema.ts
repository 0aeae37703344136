import { z } from 'zod';
import { importFinding, importSelection, importStanding } from '../kernel/import.js';
import { pageOf, pageQuery } from '../kernel/page.js';
import { instant } from '../kernel/time.js';
import { visibleLine } from '../kernel/visible-text.js';
import { IMPORT_FINDING_CODES } from './import-findings.js';
import { importId, level, MAX_SOURCE, questionContent } from './question.schema.js';

export const MAX_IMPORT_BYTES = 5_000_000;
export const MAX_IMPORT_ITEMS = 5_000;

export const importFormat = z.enum(['gift', 'csv', 'xlsx']);
export type ImportFormat = z.infer<typeof importFormat>;

export const importedQuestion = z.object({
  content: questionContent,
  topic: z.string(),
  level,
  tags: z.array(z.string()),
  /** What the file says of the question itself; the rest was filled in. */
  stated: z.array(z.enum(['topic', 'level'])).default([]),
});
export type ImportedQuestion = z.infer<typeof importedQuestion>;

/** In what an item differs from the question it repeats, as texts to show; codes where the client has words for them. */
export const importDifference = z.object({
  field: z.enum(['key', 'text', 'options', 'unit', 'explanation', 'source', 'topic', 'level', 'tags']),
  before: z.string(),
  after: z.string(),
});
export type ImportDifference = z.infer<typeof importDifference>;

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

/** `changed`: in the bank already, but with another key, source or the like. */
export const itemOutcome = z.enum(['accepted', 'changed', 'duplicate', 'rejected']);
export type ItemOutcome = z.infer<typeof itemOutcome>;

export const importItemView = parsedItem.extend({
  outcome: itemOutcome,
  /** Code of the question that says the same already, when the outcome is `duplicate` or `changed`. */
  duplicateOf: z.string().nullable(),
  differences: z.array(importDifference),
});
export type ImportItemView = z.infer<typeof importItemView>;

const MAX_WORDS = 100;

/** What one answer decides for a whole file, where it leaves something open. */
export const importReadings = z.object({
  /** Of items that name none. */
  level: level.optional(),
  source: visibleLine(MAX_SOURCE).optional(),
  /** What the file's own words for levels mean. */
  levelWords: z
    .record(z.string().max(100), level)
    .refine((words) => Object.keys(words).length <= MAX_WORDS)
    .default({}),
  /** Whether 10.480 is ten and a half or more than ten thousand. */
  numbers: z.enum(['decimal', 'thousands']).optional(),
  /** Whether an answer that is the text of one option and the number of another means the text or the place. */
  answers: z.enum(['text', 'place']).optional(),
  /** Kinds of warnings somebody has looked at: what has no other comes in approved. */
  accepted: z.array(z.enum(IMPORT_FINDING_CODES)).max(MAX_WORDS).default([]),
});
export type ImportReadings = z.infer<typeof importReadings>;

const aboutFile = z.object({
  fileName: z.string().trim().min(1).max(200),
  /** Topic for items whose file names none. */
  fallbackTopic: z.string().trim().max(200).default(''),
  readings: importReadings.prefault({}),
});

/**
 * `POST /api/question-imports`: the file's text, decoded as UTF-8 by the sender, or a workbook's bytes in Base64. Nothing
 * is added yet.
 */
export const previewImport = z.discriminatedUnion('format', [
  aboutFile.extend({ format: z.enum(['gift', 'csv']), text: z.string().min(1).max(MAX_IMPORT_BYTES) }),
  aboutFile.extend({
    format: z.literal('xlsx'),
    file: z
      .string()
      .min(1)
      .max(4 * Math.ceil(MAX_IMPORT_BYTES / 3)),
  }),
]);
export type PreviewImport = z.infer<typeof previewImport>;

/** `GET /api/question-imports/:id/items`: in the order of the file, of one standing where it is told. */
export const importItemPage = pageOf(importItemView);
export type ImportItemPage = z.infer<typeof importItemPage>;
export const importItemQuery = pageQuery.extend({ standing: importStanding.optional() });
export type ImportItemQuery = z.infer<typeof importItemQuery>;

/** A kind of warning: how many accepted items have it, and what the first of them says. */
export const warningKind = z.object({
  code: z.string(),
  count: z.number().int(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type WarningKind = z.infer<typeof warningKind>;

/** What a file would bring: figures of all of it and its first page of items. */
export const importPreview = importItemPage.extend({
  id: importId,
  fileName: z.string(),
  format: importFormat,
  counts: z.object({ accepted: z.number().int(), duplicate: z.number().int(), rejected: z.number().int() }),
  /** Of the accepted, those that come in as drafts because something is missing. */
  warned: z.number().int(),
  /** In the bank already, but with another key, source or the like. */
  changed: z.number().int(),
  /** The most frequent first; of levels in words nobody knows each word is a kind. */
  warnings: z.array(warningKind),
  /** How many items were refused for not naming a topic. */
  lackingTopic: z.number().int(),
  /** How many questions of the bank came from it, and how many got a new version; null while it is not applied. */
  added: z.number().int().nullable(),
  updated: z.number().int().nullable(),
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
  /** Questions of the bank that now say what the file says. */
  updated: z.number().int(),
  /** All other items of the file. */
  skipped: z.number().int(),
  /** Those of the skipped that were wanted, but whose like came into the bank since the file was looked at. */
  repeated: z.number().int(),
});
export type ImportResult = z.infer<typeof importResult>;
