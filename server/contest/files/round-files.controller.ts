import { Controller, Get } from '@nestjs/common';
import { z } from 'zod';
import { standingsHidden } from '../../../shared/contest/contest.errors.js';
import { roundId } from '../../../shared/contest/contest.schema.js';
import { busy } from '../../../shared/kernel/failure.js';
import { signedIn } from '../../../shared/kernel/viewer.js';
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
import { canOrganise } from '../round/contest.policy.js';
import { RoundFiles } from './round-files.service.js';

const byRound = z.object({ id: roundId });
type ByRound = z.infer<typeof byRound>;
const inLanguage = z.object({ lang: z.enum(LANGUAGES).default(OWN_LANGUAGE) });
type InLanguage = z.infer<typeof inLanguage>;

const asked = { params: byRound, query: inLanguage };
const CSV_TYPE = 'text/csv; charset=utf-8';
const PDF_TYPE = 'application/pdf';
const standings = { in: asked, policy: signedIn, fails: [standingsHidden, busy] };
const attempts = { in: asked, policy: canOrganise, fails: [busy] };

@Controller('api/rounds/:id')
export class RoundFilesController {
  constructor(private readonly files: RoundFiles) {}

  @Get('standings.xlsx')
  @Route({ ...standings, out: file(XLSX_TYPE), summary: 'All standings of members as a workbook' })
  standingsXlsx(
    @FromAsker() asker: Asker,
    @Params() { id }: ByRound,
    @Query() { lang }: InLanguage,
  ): Promise<FileBody> {
    return this.files.standingsFile(asker, id, { form: 'xlsx', language: lang });
  }

  @Get('standings.csv')
  @Route({ ...standings, out: file(CSV_TYPE), summary: 'All standings of members for a spreadsheet' })
  standingsCsv(
    @FromAsker() asker: Asker,
    @Params() { id }: ByRound,
    @Query() { lang }: InLanguage,
  ): Promise<FileBody> {
    return this.files.standingsFile(asker, id, { form: 'csv', language: lang });
  }

  @Get('standings.pdf')
  @Route({ ...standings, out: file(PDF_TYPE), summary: 'All standings of members on paper, to be signed' })
  standingsPdf(
    @FromAsker() asker: Asker,
    @Params() { id }: ByRound,
    @Query() { lang }: InLanguage,
  ): Promise<FileBody> {
    return this.files.standingsFile(asker, id, { form: 'pdf', language: lang });
  }

  @Get('unit-standings.xlsx')
  @Route({ ...standings, out: file(XLSX_TYPE), summary: 'All standings of units as a workbook' })
  unitsXlsx(
    @FromAsker() asker: Asker,
    @Params() { id }: ByRound,
    @Query() { lang }: InLanguage,
  ): Promise<FileBody> {
    return this.files.unitsFile(asker, id, { form: 'xlsx', language: lang });
  }

  @Get('unit-standings.csv')
  @Route({ ...standings, out: file(CSV_TYPE), summary: 'All standings of units for a spreadsheet' })
  unitsCsv(
    @FromAsker() asker: Asker,
    @Params() { id }: ByRound,
    @Query() { lang }: InLanguage,
  ): Promise<FileBody> {
    return this.files.unitsFile(asker, id, { form: 'csv', language: lang });
  }

  @Get('unit-standings.pdf')
  @Route({ ...standings, out: file(PDF_TYPE), summary: 'All standings of units on paper, to be signed' })
  unitsPdf(
    @FromAsker() asker: Asker,
    @Params() { id }: ByRound,
    @Query() { lang }: InLanguage,
  ): Promise<FileBody> {
    return this.files.unitsFile(asker, id, { form: 'pdf', language: lang });
  }

  @Get('attempts.xlsx')
  @Route({
    ...attempts,
    out: file(XLSX_TYPE),
    summary: 'All attempts with answers, times and points, and who has not entered, as a workbook',
  })
  attemptsXlsx(
    @FromAsker() asker: Asker,
    @Params() { id }: ByRound,
    @Query() { lang }: InLanguage,
  ): Promise<FileBody> {
    return this.files.attemptsFile(asker, id, { form: 'xlsx', language: lang });
  }

  @Get('attempts.csv')
  @Route({
    ...attempts,
    out: file(CSV_TYPE),
    summary: 'All attempts with answers, times and points, for a spreadsheet',
  })
  attemptsCsv(
    @FromAsker() asker: Asker,
    @Params() { id }: ByRound,
    @Query() { lang }: InLanguage,
  ): Promise<FileBody> {
    return this.files.attemptsFile(asker, id, { form: 'csv', language: lang });
  }
}
