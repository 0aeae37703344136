import { Controller, Delete, Get, Post } from '@nestjs/common';
import { z } from 'zod';
import { roundClosed, roundNotOpen } from '../../../shared/contest/contest.errors.js';
import { roundId } from '../../../shared/contest/contest.schema.js';
import {
  missingPeople,
  unitProgress,
  unitProgressQuery,
  type MissingPeople,
  type UnitProgress,
} from '../../../shared/contest/standings.schema.js';
import {
  reminderBatchId,
  remindersView,
  turnoutFilter,
  turnoutPeople,
  turnoutPeopleQuery,
  turnoutRounds,
  turnoutScope,
  turnoutView,
  writeReminders,
  type RemindersView,
  type TurnoutPeople,
  type TurnoutRounds,
  type TurnoutScope,
  type TurnoutView,
  type WriteReminders,
} from '../../../shared/contest/turnout.schema.js';
import { busy } from '../../../shared/kernel/failure.js';
import { unitId } from '../../../shared/kernel/ids.js';
import { pageQuery, type PageQuery } from '../../../shared/kernel/page.js';
import type { Viewer } from '../../../shared/kernel/viewer.js';
import { XLSX_TYPE } from '../../platform/export/xlsx.js';
import {
  Body,
  CurrentViewer,
  file,
  FromAsker,
  noContent,
  Params,
  Query,
  Route,
  type Asker,
  type FileBody,
} from '../../platform/http/route.js';
import { LANGUAGES, OWN_LANGUAGE } from '../../platform/text/texts.js';
import { canFollowSomeUnit } from '../round/contest.policy.js';
import { ReminderService } from './reminder.service.js';
import { TurnoutFiles } from './turnout-files.service.js';
import { TurnoutService } from './turnout.service.js';
import { UnitProgressService } from './unit-progress.service.js';

const byRound = z.object({ id: roundId });
type ByRound = z.infer<typeof byRound>;
const byUnit = byRound.extend({ unitId });
const turnoutFileQuery = turnoutFilter.extend({ lang: z.enum(LANGUAGES).default(OWN_LANGUAGE) });
type TurnoutFileQuery = z.infer<typeof turnoutFileQuery>;
const byBatch = byRound.extend({ batchId: reminderBatchId });

@Controller('api')
export class TurnoutController {
  constructor(
    private readonly turnout: TurnoutService,
    private readonly files: TurnoutFiles,
    private readonly reminders: ReminderService,
    private readonly progress: UnitProgressService,
  ) {}

  @Get('turnout')
  @Route({
    in: { query: turnoutScope },
    out: turnoutRounds,
    policy: canFollowSomeUnit,
    summary: 'Rounds for the people one looks after, and how many of them have entered',
  })
  rounds(@CurrentViewer() viewer: Viewer, @Query() { unit }: TurnoutScope): Promise<TurnoutRounds> {
    return this.turnout.rounds(viewer, unit);
  }

  @Get('rounds/:id/turnout')
  @Route({
    in: { params: byRound, query: turnoutScope },
    out: turnoutView,
    policy: canFollowSomeUnit,
    summary: 'How many of the people one looks after have entered a round, by unit',
  })
  round(
    @CurrentViewer() viewer: Viewer,
    @Params() { id }: ByRound,
    @Query() { unit }: TurnoutScope,
  ): Promise<TurnoutView> {
    return this.turnout.round(viewer, id, unit);
  }

  @Get('rounds/:id/turnout/people')
  @Route({
    in: { params: byRound, query: turnoutPeopleQuery },
    out: turnoutPeople,
    policy: canFollowSomeUnit,
    summary: 'Who of the people one looks after has not entered, is at it or is through',
  })
  people(
    @CurrentViewer() viewer: Viewer,
    @Params() { id }: ByRound,
    @Query() query: z.infer<typeof turnoutPeopleQuery>,
  ): Promise<TurnoutPeople> {
    return this.turnout.people(viewer, id, query);
  }

  @Get('rounds/:id/turnout.xlsx')
  @Route({
    in: { params: byRound, query: turnoutFileQuery },
    out: file(XLSX_TYPE),
    policy: canFollowSomeUnit,
    fails: [busy],
    summary: 'Everybody of such a list as a workbook',
  })
  xlsx(
    @FromAsker() asker: Asker,
    @Params() { id }: ByRound,
    @Query() { lang, ...filter }: TurnoutFileQuery,
  ): Promise<FileBody> {
    return this.files.file(asker, id, { ...filter, form: 'xlsx', language: lang });
  }

  @Get('rounds/:id/turnout.csv')
  @Route({
    in: { params: byRound, query: turnoutFileQuery },
    out: file('text/csv; charset=utf-8'),
    policy: canFollowSomeUnit,
    fails: [busy],
    summary: 'Everybody of such a list for a spreadsheet',
  })
  csv(
    @FromAsker() asker: Asker,
    @Params() { id }: ByRound,
    @Query() { lang, ...filter }: TurnoutFileQuery,
  ): Promise<FileBody> {
    return this.files.file(asker, id, { ...filter, form: 'csv', language: lang });
  }

  @Post('rounds/:id/reminders')
  @Route({
    in: { params: byRound, body: writeReminders },
    out: remindersView,
    policy: canFollowSomeUnit,
    status: 201,
    fails: [roundNotOpen, roundClosed],
    summary: 'Remind people who have not entered',
  })
  remind(
    @CurrentViewer() viewer: Viewer,
    @Params() { id }: ByRound,
    @Body() whom: WriteReminders,
  ): Promise<RemindersView> {
    return this.reminders.remind(viewer, id, whom);
  }

  @Delete('rounds/:id/reminders/:batchId')
  @Route({
    in: { params: byBatch },
    out: noContent,
    policy: canFollowSomeUnit,
    summary: 'Take back reminders of a moment ago',
  })
  takeBack(
    @CurrentViewer() viewer: Viewer,
    @Params() { id, batchId }: z.infer<typeof byBatch>,
  ): Promise<void> {
    return this.reminders.takeBack(viewer, { roundId: id, batchId });
  }

  @Get('rounds/:id/unit-progress')
  @Route({
    in: { params: byRound, query: unitProgressQuery },
    out: unitProgress,
    policy: canFollowSomeUnit,
    summary: 'How many have entered by unit, of the people one looks after',
  })
  unitProgress(
    @CurrentViewer() viewer: Viewer,
    @Params() { id }: ByRound,
    @Query() { below }: z.infer<typeof unitProgressQuery>,
  ): Promise<UnitProgress> {
    return this.progress.read(viewer, id, below ?? null);
  }

  @Get('rounds/:id/unit-progress/:unitId/missing')
  @Route({
    in: { params: byUnit, query: pageQuery },
    out: missingPeople,
    policy: canFollowSomeUnit,
    summary: 'Who of a unit has not entered',
  })
  missingPeople(
    @CurrentViewer() viewer: Viewer,
    @Params() { id, unitId: unit }: z.infer<typeof byUnit>,
    @Query() query: PageQuery,
  ): Promise<MissingPeople> {
    return this.progress.missing(viewer, { roundId: id, unitId: unit }, query);
  }
}
