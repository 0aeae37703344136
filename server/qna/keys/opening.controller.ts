import { Controller, Get, Post, Put } from '@nestjs/common';
import { z } from 'zod';
import { signedIn, type Viewer } from '../../../shared/kernel/viewer.js';
import {
  openBox,
  opening,
  openingId,
  openings,
  requestOpening,
  type Opening,
} from '../../../shared/qna/opening.schema.js';
import { inquiryId } from '../../../shared/qna/session.schema.js';
import { Body, CurrentViewer, Params, Route } from '../../platform/http/route.js';
import { OpeningService } from './opening.service.js';

const ofInquiry = z.object({ id: inquiryId });
const ofOpening = z.object({ id: openingId });

@Controller('api')
export class OpeningController {
  constructor(private readonly openings: OpeningService) {}

  @Post('inquiries/:id/openings')
  @Route({
    in: { params: ofInquiry, body: requestOpening },
    out: opening,
    status: 201,
    policy: signedIn,
    summary:
      'Ask for the author of an anonymous question to be opened by both key holders; the author is told',
  })
  request(
    @CurrentViewer() viewer: Viewer,
    @Params() { id }: z.infer<typeof ofInquiry>,
    @Body() { reason }: z.infer<typeof requestOpening>,
  ): Promise<Opening> {
    return this.openings.request(viewer, id, reason);
  }

  @Get('qna-openings')
  @Route({
    out: openings,
    policy: signedIn,
    summary: 'Openings that wait for, or were made with, one’s own key',
  })
  async list(@CurrentViewer() viewer: Viewer): Promise<z.infer<typeof openings>> {
    return { items: await this.openings.list(viewer), next: null };
  }

  @Put('qna-openings/:id/box')
  @Route({
    in: { params: ofOpening, body: openBox },
    out: opening,
    policy: signedIn,
    summary: 'Hand in what one’s own key made of the box',
  })
  open(
    @CurrentViewer() viewer: Viewer,
    @Params() { id }: z.infer<typeof ofOpening>,
    @Body() { opened }: z.infer<typeof openBox>,
  ): Promise<Opening> {
    return this.openings.open(viewer, id, opened);
  }
}
