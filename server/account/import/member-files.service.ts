import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { MAX_MEMBER_ROWS, MEMBER_COLUMNS } from '../../../shared/account/member-import.schema.js';
import type { Viewer } from '../../../shared/kernel/viewer.js';
import { csvOf } from '../../platform/export/csv.js';
import { xlsxOf } from '../../platform/export/xlsx.js';
import type { Asker, FileBody } from '../../platform/http/route.js';
import { textsOf, type Language } from '../../platform/text/texts.js';
import { SlipPrints } from '../slip/slip-prints.service.js';
import en from './en.json' with { type: 'json' };
import { readNewWithoutPassword, readWrong } from './member-import.queries.js';
import { MemberImports } from './member-import.service.js';
import vi from './vi.json' with { type: 'json' };

const texts = textsOf('account/import', { vi, en });
const WIDTHS = { fullName: 28, code: 16, email: 28, unit: 36, status: 14 };

/** Files around an import: the template, the rows that are wrong, slips for who is new. */
@Injectable()
export class MemberFiles {
  constructor(
    private readonly dataSource: DataSource,
    private readonly imports: MemberImports,
    private readonly prints: SlipPrints,
  ) {}

  template(language: Language): FileBody {
    const t = texts[language];
    const rows = [
      [t('example.fullName'), 'HD-0012', 'ten@coquan.example', t('example.unit'), ''],
      [t('example.leaver'), 'HD-0036', '', '', t('example.left')],
    ];
    const columns = MEMBER_COLUMNS.map((column) => ({
      heading: t(`columns.${column}`),
      width: WIDTHS[column],
    }));
    return { name: `${t('template')}.xlsx`, content: xlsxOf({ sheet: t('sheet'), columns, rows }) };
  }

  /** As the file had them, each with why: corrected, it can be imported as it is. */
  async wrong(viewer: Viewer, id: string, language: Language): Promise<FileBody> {
    await this.imports.file(viewer, id);
    const t = texts[language];
    const rows = await readWrong(this.dataSource, id);
    const head = [...MEMBER_COLUMNS.map((column) => t(`columns.${column}`)), t('line'), t('why')];
    const table = rows.map(({ fullName, code, email, unit, status, line, errors }) => [
      ...[fullName, code, email ?? '', unit, status, line],
      errors.map(({ code: what, params }) => (isKnown(what) ? t(`errors.${what}`, params) : what)).join('. '),
    ]);
    return { name: `${t('wrong')}.csv`, content: csvOf(head, table) };
  }

  async slips(viewer: Viewer, id: string, { language, asker }: { language: Language; asker: Asker }) {
    await this.imports.file(viewer, id);
    const memberIds = await readNewWithoutPassword(this.dataSource, id);
    return this.prints.print(viewer, { wanted: { memberIds }, language, max: MAX_MEMBER_ROWS }, asker);
  }
}

type Known = keyof typeof vi.errors;
const isKnown = (code: string): code is Known => Object.hasOwn(vi.errors, code);
