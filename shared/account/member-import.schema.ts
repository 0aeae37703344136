import { z } from 'zod';
import { idOf, memberId, unitId } from '../kernel/ids.js';
import { importFinding } from '../kernel/import.js';
import { pageOf, pageQuery } from '../kernel/page.js';
import { instant } from '../kernel/time.js';

export const MAX_MEMBER_FILE_BYTES = 10_000_000;
export const MAX_MEMBER_ROWS = 20_000;
/** A file travels as text, four letters for three bytes. */
const MAX_CONTENT = Math.ceil((MAX_MEMBER_FILE_BYTES * 4) / 3) + 4;

export const memberImportId = idOf('MemberImportId');
export type MemberImportId = z.infer<typeof memberImportId>;

/** The columns of a file of members; `unit` by its path, `status` only where somebody has left. */
export const MEMBER_COLUMNS = ['fullName', 'code', 'email', 'unit', 'status'] as const;
export const memberColumn = z.enum(MEMBER_COLUMNS);
export type MemberColumn = z.infer<typeof memberColumn>;

/** `POST /api/member-imports` */
export const previewMembers = z.object({
  fileName: z.string().trim().min(1).max(200),
  format: z.enum(['csv', 'xlsx']),
  /** The file in base64. */
  content: z.base64().max(MAX_CONTENT),
  /** Headings of the file by column, where its own words for them were not understood. */
  columns: z.partialRecord(memberColumn, z.string().max(200)).default({}),
});
export type PreviewMembers = z.infer<typeof previewMembers>;

/** What a row does, in the order in which rows are listed. */
export const IMPORT_ACTIONS = ['wrong', 'transferred', 'left', 'changed', 'new', 'same'] as const;
export const importAction = z.enum(IMPORT_ACTIONS);
export type ImportAction = z.infer<typeof importAction>;

const person = z.object({ fullName: z.string(), email: z.string().nullable(), unit: z.string() });

export const memberImportRow = z.object({
  place: z.number().int(),
  /** Of the file, as its reader counts. */
  line: z.number().int(),
  action: importAction,
  code: z.string(),
  /** As the file has it; what it leaves open stays as it is. */
  ...person.shape,
  status: z.string(),
  /** What is there now; null for somebody new and where the reader does not see them. */
  before: person.nullable(),
  errors: z.array(importFinding),
  /** A unit that may be meant by one that is unknown. */
  suggestion: z.object({ id: unitId, name: z.string() }).nullable(),
});
export type MemberImportRow = z.infer<typeof memberImportRow>;

/** `need`: all but those that change nothing. */
export const memberImportRowQuery = pageQuery.extend({
  action: z.enum(['need', ...IMPORT_ACTIONS]).default('need'),
  q: z.string().trim().max(200).optional(),
});
export type MemberImportRowQuery = z.infer<typeof memberImportRowQuery>;
export const memberImportRows = pageOf(memberImportRow).extend({ total: z.number().int() });
export type MemberImportRows = z.infer<typeof memberImportRows>;

const counts = z.record(importAction, z.number().int());

export const memberImportView = z.object({
  id: memberImportId,
  fileName: z.string(),
  uploadedAt: instant,
  counts,
  /** How far it is being applied, or why that came to nothing; null before and after. */
  run: z
    .object({
      total: z.number().int(),
      done: z.number().int(),
      startedAt: instant,
      /** `running`, or how it ended without anybody imported. */
      state: z.enum(['running', 'stopped', 'failed']),
      /** Code of the failure, where it failed. */
      failure: z.string().nullable(),
    })
    .nullable(),
  /** Once it is applied. */
  applied: z
    .object({
      at: instant,
      seconds: z.number().int(),
      counts,
      /** Until when it can be taken back; null once it cannot. */
      undoUntil: instant.nullable(),
      /** New people who have no password yet. */
      slips: z.number().int(),
    })
    .nullable(),
  /** After it was taken back: who stayed as the file made them, because they or somebody else went on from there. */
  kept: z.array(z.object({ id: memberId, fullName: z.string() })),
  serverNow: instant,
});
export type MemberImportView = z.infer<typeof memberImportView>;

const places = z.array(z.int32().min(1)).max(MAX_MEMBER_ROWS);
/** `PUT /api/member-imports/:id/application`: which rows come in. */
export const applyMembers = z.object({
  places: z.union([z.literal('all'), places.min(1)]),
  except: places.default([]),
});
export type ApplyMembers = z.infer<typeof applyMembers>;

/** `PUT /api/member-imports/:id/units`: which unit all rows mean that call one so. */
export const nameUnit = z.object({ written: z.string().min(1).max(1_000), unitId });
export type NameUnit = z.infer<typeof nameUnit>;

export const slipLanguage = z.object({ lang: z.enum(['vi', 'en']).default('vi') });
