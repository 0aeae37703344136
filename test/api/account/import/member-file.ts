import { xlsxOf } from '../../../../server/platform/export/xlsx.js';
import {
  memberImportRows,
  memberImportView,
  type ApplyMembers,
  type MemberImportRow,
  type MemberImportView,
} from '../../../../shared/account/member-import.schema.js';
import { expect } from 'vitest';
import type { Agent } from '../../../support/world.js';

export const HEAD = ['Họ và tên', 'Mã thành viên', 'Email', 'Đơn vị', 'Tình trạng'];
export type Row = readonly (string | number)[];

const base64 = (content: string | Buffer) => Buffer.from(content).toString('base64');

export function csvFile(rows: readonly Row[], head: readonly string[] = HEAD) {
  const quoted = (cell: string | number) => `"${String(cell).replaceAll('"', '""')}"`;
  const content = [head, ...rows].map((cells) => cells.map(quoted).join(',')).join('\r\n');
  return { fileName: 'thanh-vien.csv', format: 'csv', content: base64(`\ufeff${content}`) };
}

export function xlsxFile(rows: readonly Row[], head: readonly string[] = HEAD) {
  const columns = head.map((heading) => ({ heading, width: 20 }));
  return {
    fileName: 'thanh-vien.xlsx',
    format: 'xlsx',
    content: base64(xlsxOf({ sheet: 'DS', columns, rows })),
  };
}

export async function preview(who: Agent, file: object): Promise<MemberImportView> {
  const answer = await who.post('/api/member-imports', file);
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return memberImportView.parse(answer.body);
}

/** All rows of a file, page after page. */
export async function rowsOf(
  who: Agent,
  id: string,
  { query = '', limit = 100 }: { query?: string; limit?: number } = {},
): Promise<MemberImportRow[]> {
  const rows: MemberImportRow[] = [];
  for (let cursor = ''; ;) {
    const path = `/api/member-imports/${id}/rows?limit=${limit}${query}&cursor=${encodeURIComponent(cursor)}`;
    const page = memberImportRows.parse((await who.get(cursor ? path : path.replace('&cursor=', ''))).body);
    rows.push(...page.items);
    if (page.next === null) {
      expect(rows).toHaveLength(page.total);
      return rows;
    }
    cursor = page.next;
  }
}

/** As short as can be compared: line, what it does, the codes of what is wrong. */
export const outlineOf = (rows: readonly MemberImportRow[]) =>
  rows.map(({ line, action, errors }) => [line, action, ...errors.map(({ code }) => code)]);

/** Applies and waits for the end, whatever it is. */
export async function applied(
  who: Agent,
  id: string,
  selection: Partial<ApplyMembers> = {},
): Promise<MemberImportView> {
  const answer = await who.put(`/api/member-imports/${id}/application`, { places: 'all', ...selection });
  expect(answer.status, JSON.stringify(answer.body)).toBe(202);
  const read = async () => memberImportView.parse((await who.get(`/api/member-imports/${id}`)).body);
  await expect.poll(async () => (await read()).run?.state).not.toBe('running');
  return read();
}
