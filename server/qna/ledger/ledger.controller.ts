import { Controller, Get } from '@nestjs/common';
import { z } from 'zod';
import { busy } from '../../../shared/kernel/failure.js';
import { anyone, signedIn } from '../../../shared/kernel/viewer.js';
import { ledgerPage, ledgerQuery, type LedgerPage } from '../../../shared/qna/ledger.schema.js';
import { removedFromSession } from '../../../shared/qna/qna.errors.js';
import { qnaSessionId } from '../../../shared/qna/session.schema.js';
import { XLSX_TYPE } from '../../platform/export/xlsx.js';
import {
  file,
  FromAsker,
  Params,
  Query,
  Route,
  type Asker,
  type FileBody,
} from '../../platform/http/route.js';
import { LANGUAGES, OWN_LANGUAGE } from '../../platform/text/texts.js';
import { LedgerFiles } from './ledger-files.service.js';
import { Ledger } from './ledger.service.js';

const bySession = z.object({ id: qnaSessionId });
type BySession = z.infer<typeof bySession>;
const inLanguage = z.object({ lang: z.enum(LANGUAGES).default(OWN_LANGUAGE) });
type InLanguage = z.infer<typeof inLanguage>;

/** Members and guests alike, so every route asks for a seat in the session itself. */
@Controller('api/qna-sessions/:id')
export class LedgerController {
  constructor(
    private readonly ledger: Ledger,
    private readonly files: LedgerFiles,
  ) {}

  @Get('ledger')
  @Route({
    in: { params: bySession, query: ledgerQuery },
    out: ledgerPage,
    policy: anyone,
    fails: [removedFromSession],
    summary: 'What came of every question, with honest figures',
  })
  page(
    @FromAsker() asker: Asker,
    @Params() { id }: BySession,
    @Query() query: z.infer<typeof ledgerQuery>,
  ): Promise<LedgerPage> {
    return this.ledger.page(asker, id, query);
  }

  @Get('ledger.csv')
  @Route({
    in: { params: bySession, query: inLanguage },
    out: file('text/csv; charset=utf-8'),
    policy: anyone,
    fails: [removedFromSession, busy],
    summary: 'The ledger for a spreadsheet',
  })
  csv(
    @FromAsker() asker: Asker,
    @Params() { id }: BySession,
    @Query() { lang }: InLanguage,
  ): Promise<FileBody> {
    return this.files.file(asker, id, { form: 'csv', language: lang, signal: asker.hungUp() });
  }

  @Get('ledger.xlsx')
  @Route({
    in: { params: bySession, query: inLanguage },
    out: file(XLSX_TYPE),
    policy: anyone,
    fails: [removedFromSession, busy],
    summary: 'The ledger as a workbook, with times and numbers to reckon with',
  })
  xlsx(
    @FromAsker() asker: Asker,
    @Params() { id }: BySession,
    @Query() { lang }: InLanguage,
  ): Promise<FileBody> {
    return this.files.file(asker, id, { form: 'xlsx', language: lang, signal: asker.hungUp() });
  }

  @Get('ledger.pdf')
  @Route({
    in: { params: bySession, query: inLanguage },
    out: file('application/pdf'),
    policy: anyone,
    fails: [removedFromSession, busy],
    summary: 'The ledger for reading and for the file',
  })
  pdf(
    @FromAsker() asker: Asker,
    @Params() { id }: BySession,
    @Query() { lang }: InLanguage,
  ): Promise<FileBody> {
    return this.files.file(asker, id, { form: 'pdf', language: lang, signal: asker.hungUp() });
  }

  @Get('desk.csv')
  @Route({
    in: { params: bySession, query: inLanguage },
    out: file('text/csv; charset=utf-8'),
    policy: signedIn,
    fails: [removedFromSession, busy],
    summary: 'Every question in every state with the notes, for the desk, for a spreadsheet',
  })
  deskCsv(
    @FromAsker() asker: Asker,
    @Params() { id }: BySession,
    @Query() { lang }: InLanguage,
  ): Promise<FileBody> {
    return this.files.deskFile(asker, id, { form: 'csv', language: lang, signal: asker.hungUp() });
  }

  @Get('desk.xlsx')
  @Route({
    in: { params: bySession, query: inLanguage },
    out: file(XLSX_TYPE),
    policy: signedIn,
    fails: [removedFromSession, busy],
    summary: 'The same as a workbook',
  })
  deskXlsx(
    @FromAsker() asker: Asker,
    @Params() { id }: BySession,
    @Query() { lang }: InLanguage,
  ): Promise<FileBody> {
    return this.files.deskFile(asker, id, { form: 'xlsx', language: lang, signal: asker.hungUp() });
  }
}
