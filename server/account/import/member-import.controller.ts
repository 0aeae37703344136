import { Controller, Delete, Get, Post, Put } from '@nestjs/common';
import { z } from 'zod';
import {
  memberFileColumns,
  memberFileDamaged,
  memberFileEmpty,
  memberFileLocked,
  memberFileTooLarge,
  memberImportNothing,
  memberImportRunning,
} from '../../../shared/account/account.errors.js';
import {
  applyMembers,
  memberImportId,
  memberImportRowQuery,
  memberImportRows,
  memberImportView,
  nameUnit,
  previewMembers,
  slipLanguage,
  type ApplyMembers,
  type MemberImportRowQuery,
  type MemberImportRows,
  type MemberImportView,
  type NameUnit,
  type PreviewMembers,
} from '../../../shared/account/member-import.schema.js';
import { importAlreadyApplied, importUndoTooLate } from '../../../shared/kernel/import.js';
import { busy, notSignedIn } from '../../../shared/kernel/failure.js';
import type { Viewer } from '../../../shared/kernel/viewer.js';
import { XLSX_TYPE } from '../../platform/export/xlsx.js';
import { fail } from '../../platform/failure-error.js';
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
import { canManageMembers } from '../account.policy.js';
import { MemberFiles } from './member-files.service.js';
import { MemberImports } from './member-import.service.js';

const params = z.object({ id: memberImportId });
type Which = z.infer<typeof params>;
type InLanguage = z.infer<typeof slipLanguage>;
const policy = canManageMembers;
const out = memberImportView;

@Controller('api')
export class MemberImportController {
  constructor(
    private readonly imports: MemberImports,
    private readonly files: MemberFiles,
  ) {}

  @Get('member-import-template.xlsx')
  @Route({
    in: { query: slipLanguage },
    out: file(XLSX_TYPE),
    policy,
    summary: 'A file of members to fill in',
  })
  template(@Query() { lang }: InLanguage): FileBody {
    return this.files.template(lang);
  }

  @Post('member-imports')
  @Route({
    in: { body: previewMembers, raw: ['content'] },
    out,
    status: 201,
    policy,
    fails: [
      memberFileColumns,
      memberFileDamaged,
      memberFileEmpty,
      memberFileLocked,
      memberFileTooLarge,
      busy,
    ],
    summary: 'Look at a file of members: what each row would do, and why',
  })
  preview(
    @CurrentViewer() viewer: Viewer,
    @Body() body: PreviewMembers,
    @FromAsker() asker: Asker,
  ): Promise<MemberImportView> {
    return this.imports.preview(viewer, body, asker.hungUp());
  }

  @Get('member-imports/:id')
  @Route({ in: { params }, out, policy, summary: 'One’s own file of members, and how far it is applied' })
  read(@CurrentViewer() viewer: Viewer, @Params() { id }: Which): Promise<MemberImportView> {
    return this.imports.view(viewer, id);
  }

  @Get('member-imports/:id/rows')
  @Route({
    in: { params, query: memberImportRowQuery },
    out: memberImportRows,
    policy,
    summary: 'Rows of a file of members, the wrong ones first',
  })
  rows(
    @CurrentViewer() viewer: Viewer,
    @Params() { id }: Which,
    @Query() query: MemberImportRowQuery,
  ): Promise<MemberImportRows> {
    return this.imports.rows(viewer, id, query);
  }

  @Get('member-imports/:id/wrong.csv')
  @Route({
    in: { params, query: slipLanguage },
    out: file('text/csv; charset=utf-8'),
    policy,
    summary: 'The wrong rows, each with what is wrong with it',
  })
  wrong(
    @CurrentViewer() viewer: Viewer,
    @Params() { id }: Which,
    @Query() { lang }: InLanguage,
  ): Promise<FileBody> {
    return this.files.wrong(viewer, id, lang);
  }

  @Put('member-imports/:id/units')
  @Route({
    in: { params, body: nameUnit },
    out,
    policy,
    fails: [importAlreadyApplied],
    summary: 'Say which unit all rows mean that call one so',
  })
  nameUnit(
    @CurrentViewer() viewer: Viewer,
    @Params() { id }: Which,
    @Body() body: NameUnit,
  ): Promise<MemberImportView> {
    return this.imports.nameUnit(viewer, id, body);
  }

  @Put('member-imports/:id/application')
  @Route({
    in: { params, body: applyMembers },
    out,
    status: 202,
    policy,
    fails: [importAlreadyApplied, memberImportRunning, memberImportNothing],
    summary: 'Begin to import the rows, or those chosen; all of them or nobody',
  })
  apply(
    @CurrentViewer() viewer: Viewer,
    @Params() { id }: Which,
    @Body() body: ApplyMembers,
  ): Promise<MemberImportView> {
    return this.imports.apply(viewer, id, body);
  }

  @Delete('member-imports/:id/run')
  @Route({
    in: { params },
    out: noContent,
    policy,
    summary: 'Stop an import that goes on: nobody is imported',
  })
  stop(@CurrentViewer() viewer: Viewer, @Params() { id }: Which): Promise<void> {
    return this.imports.stop(viewer, id);
  }

  @Delete('member-imports/:id/application')
  @Route({
    in: { params },
    out,
    policy,
    fails: [importUndoTooLate],
    summary: 'Take an import back, for ten minutes; who went on from there stays and is named',
  })
  undo(@CurrentViewer() viewer: Viewer, @Params() { id }: Which): Promise<MemberImportView> {
    return this.imports.undo(viewer, id);
  }

  @Post('member-imports/:id/slips.pdf')
  @Route({
    in: { params, body: slipLanguage },
    out: file('application/pdf'),
    policy,
    fails: [busy],
    summary: 'Slips for the new people of a file, by unit',
  })
  slips(@Params() { id }: Which, @Body() { lang }: InLanguage, @FromAsker() asker: Asker): Promise<FileBody> {
    return this.files.slips(asker.viewer ?? fail(notSignedIn), id, { language: lang, asker });
  }
}
