import { Controller, Get, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import {
  memberLeft,
  signInThrottled,
  slipRefused,
  tooManySlips,
} from '../../../shared/account/account.errors.js';
import {
  printSlips,
  slipCount,
  slipQuery,
  slipView,
  useSlip,
  type PrintSlips,
  type SlipCount,
  type SlipQuery,
  type SlipView,
  type UseSlip,
} from '../../../shared/account/slip.schema.js';
import { busy } from '../../../shared/kernel/failure.js';
import { memberId, type MemberId } from '../../../shared/kernel/ids.js';
import { anyone, type Viewer } from '../../../shared/kernel/viewer.js';
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
import { canMakeSlips } from '../account.policy.js';
import { SlipPrints } from './slip-prints.service.js';
import { SlipService } from './slip.service.js';

const byMember = z.object({ id: memberId });

@Controller('api')
export class SlipController {
  constructor(
    private readonly slips: SlipService,
    private readonly prints: SlipPrints,
  ) {}

  @Post('session/slip')
  @Route({
    in: { body: useSlip },
    out: noContent,
    policy: anyone,
    beforePassword: true,
    fails: [slipRefused, signInThrottled],
    summary: 'Sign in once by the code of a slip; a password is to be set next',
  })
  async use(
    @Body() body: UseSlip,
    @FromAsker() asker: Asker,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    void reply.header('set-cookie', await this.slips.use(body, asker));
  }

  @Post('members/:id/slip')
  @Route({
    in: { params: byMember },
    out: slipView,
    status: 201,
    policy: canMakeSlips,
    fails: [memberLeft],
    summary: 'Make a slip that lets a member in once; the one before is void',
  })
  make(@CurrentViewer() viewer: Viewer, @Params() { id }: { id: MemberId }): Promise<SlipView> {
    return this.slips.make(viewer, id);
  }

  @Get('slips')
  @Route({
    in: { query: slipQuery },
    out: slipCount,
    policy: canMakeSlips,
    summary: 'How many slips a print for a unit would make',
  })
  count(@CurrentViewer() viewer: Viewer, @Query() query: SlipQuery): Promise<SlipCount> {
    return this.prints.count(viewer, query);
  }

  @Post('slips.pdf')
  @Route({
    in: { body: printSlips },
    out: file('application/pdf'),
    policy: canMakeSlips,
    fails: [tooManySlips, busy],
    summary: 'New slips for the members of a unit and below it, eight to a page; those before are void',
  })
  print(
    @CurrentViewer() viewer: Viewer,
    @Body() body: PrintSlips,
    @FromAsker() asker: Asker,
  ): Promise<FileBody> {
    return this.prints.forUnit(viewer, body, asker);
  }
}
