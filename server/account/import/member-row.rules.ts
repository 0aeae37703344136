import { z } from 'zod';
import { createMember } from '../../../shared/account/account.schema.js';
import type { ImportFinding } from '../../../shared/kernel/import.js';
import { sameText, searchText } from '../../../shared/kernel/text.js';
import type { Places } from './member-columns.rules.js';

/** What a row of a file says, judged by the file alone. */
export const givenMember = z.object({
  fullName: z.string(),
  code: z.string(),
  email: z.string().nullable(),
  /** As it is written, and in the form in which two ways to write it are one: its steps folded, `›` between them. */
  unit: z.string(),
  unitKey: z.string(),
  status: z.string(),
  leaves: z.boolean(),
  /** The name without accents and case. */
  nameKey: z.string(),
  /** For finding it again. */
  search: z.string(),
  errors: z.array(
    z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) }),
  ),
});
export type GivenMember = z.infer<typeof givenMember>;

const LEFT = new Set(['roi', 'da roi', 'nghi', 'da nghi', 'nghi viec', 'thoi viec', 'left', 'gone', 'x']);
const HERE = new Set([
  '',
  'dang tham gia',
  'con',
  'o lai',
  'active',
  'dang lam viec',
  'dang cong tac',
  'here',
]);
const STEP = /\s*[›>»→]\s*|\s+\/\s+/;
export const STEP_MARK = ' › ';

const { fullName: nameSchema, code: codeSchema } = createMember.shape;
const emailSchema = createMember.shape.email.unwrap().unwrap();

const finding = (code: string, params: ImportFinding['params'] = {}): ImportFinding => ({ code, params });

/** The steps of a unit's path as it is written, the highest first. */
export const stepsOf = (path: string): string[] => path.split(STEP).filter((step) => step !== '');

/** In the form in which two ways to write a path are one. */
export const unitKeyOf = (path: string): string => stepsOf(path).map(searchText).join(STEP_MARK);

export function readRow(cells: readonly string[], places: Places): GivenMember {
  const cell = (column: keyof Places): string => {
    const at = places[column];
    return at === undefined ? '' : (cells[at] ?? '').normalize('NFC').replace(/\s+/gu, ' ').trim();
  };
  const [name, code, email] = [
    nameSchema.safeParse(cell('fullName')),
    codeSchema.safeParse(cell('code')),
    cell('email'),
  ];
  const status = searchText(cell('status'));
  const unit = stepsOf(cell('unit')).join(STEP_MARK);
  const errors = [
    ...(cell('fullName') === ''
      ? [finding('member.name_missing')]
      : name.success
        ? []
        : [finding('member.name')]),
    ...(cell('code') === ''
      ? [finding('member.code_missing')]
      : code.success
        ? []
        : [finding('member.code')]),
    ...(email === '' || emailSchema.safeParse(email).success
      ? []
      : [finding('member.email', { text: email.slice(0, 200) })]),
    ...(LEFT.has(status) || HERE.has(status)
      ? []
      : [finding('member.status', { text: cell('status').slice(0, 100) })]),
  ];
  const fullName = name.success ? name.data : cell('fullName').slice(0, 200);
  return {
    fullName,
    code: code.success ? code.data : cell('code').slice(0, 60),
    email: email === '' ? null : email.slice(0, 200),
    unit: unit.slice(0, 1_000),
    unitKey: unitKeyOf(unit.slice(0, 1_000)),
    status: cell('status').slice(0, 100),
    leaves: LEFT.has(status),
    nameKey: searchText(fullName),
    search: searchText(`${fullName} ${cell('code')} ${unit}`).slice(0, 1_500),
    errors,
  };
}

/** Rows whose code or address stands on an earlier one are wrong, and name it. */
export function withRepeats(rows: readonly { line: number; given: GivenMember }[]): GivenMember[] {
  const [codes, emails] = [new Map<string, number>(), new Map<string, number>()];
  return rows.map(({ line, given }) => {
    const code = seenBefore(codes, sameText(given.code), line);
    const email = given.email === null ? undefined : seenBefore(emails, sameText(given.email), line);
    const errors = [
      ...given.errors,
      ...(code === undefined ? [] : [finding('member.repeated', { line: code })]),
      ...(email === undefined || code !== undefined
        ? []
        : [finding('member.email_repeated', { line: email })]),
    ];
    return { ...given, errors };
  });
}

function seenBefore(seen: Map<string, number>, key: string, line: number): number | undefined {
  if (key === '') return undefined;
  const before = seen.get(key);
  if (before === undefined) seen.set(key, line);
  return before;
}
