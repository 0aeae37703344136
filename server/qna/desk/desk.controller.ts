import { Controller, Get, Post, Put } from '@nestjs/common';
import { z } from 'zod';
import { pageQuery, type PageQuery } from '../../../shared/kernel/page.js';
import { signedIn, type Viewer } from '../../../shared/kernel/viewer.js';
import {
  deskMove,
  deskPage,
  deskQuery,
  mergePreview,
  mergePreviewRequest,
  moved,
  moveId,
  movePage,
  similarPairs,
  type DeskMove,
  type DeskPage,
  type MergePreview,
  type Moved,
  type SimilarPairs,
} from '../../../shared/qna/desk.schema.js';
import { qnaSessionId } from '../../../shared/qna/session.schema.js';
import { Body, CurrentViewer, Params, Query, Route } from '../../platform/http/route.js';
import { Desk } from './desk.service.js';
import { Moves } from './move.service.js';
import { Undoing } from './undo.service.js';

const bySession = z.object({ id: qnaSessionId });
type BySession = z.infer<typeof bySession>;
const byMove = z.object({ id: moveId });

/** For those at the desk of a session; to everybody else it does not exist. */
@Controller('api')
export class DeskController {
  constructor(
    private readonly desk: Desk,
    private readonly moves: Moves,
    private readonly undoing: Undoing,
  ) {}

  @Get('qna-sessions/:id/desk')
  @Route({
    in: { params: bySession, query: deskQuery },
    out: deskPage,
    policy: signedIn,
    summary: 'The whole board of a session, page by page, in order of asking',
  })
  board(
    @CurrentViewer() viewer: Viewer,
    @Params() { id }: BySession,
    @Query() query: z.infer<typeof deskQuery>,
  ): Promise<DeskPage> {
    return this.desk.page(viewer, id, query);
  }

  @Post('qna-sessions/:id/moves')
  @Route({
    in: { params: bySession, body: deskMove },
    out: moved,
    policy: signedIn,
    summary:
      'Do something with questions or with the room; of two who move the same question, the first is right',
  })
  move(@CurrentViewer() viewer: Viewer, @Params() { id }: BySession, @Body() move: DeskMove): Promise<Moved> {
    return this.moves.move(viewer, id, move);
  }

  @Get('qna-sessions/:id/moves')
  @Route({
    in: { params: bySession, query: pageQuery },
    out: movePage,
    policy: signedIn,
    summary: 'What was done at the desk, newest first',
  })
  history(
    @CurrentViewer() viewer: Viewer,
    @Params() { id }: BySession,
    @Query() query: PageQuery,
  ): Promise<z.infer<typeof movePage>> {
    return this.desk.moves(viewer, id, query);
  }

  @Put('qna-moves/:id/undoing')
  @Route({
    in: { params: byMove },
    out: moved,
    policy: signedIn,
    summary: 'Take a move back, once, unless something else happened to what it moved since',
  })
  undo(@CurrentViewer() viewer: Viewer, @Params() { id }: z.infer<typeof byMove>): Promise<Moved> {
    return this.undoing.undo(viewer, id);
  }

  @Post('qna-sessions/:id/merge-preview')
  @Route({
    in: { params: bySession, body: mergePreviewRequest },
    out: mergePreview,
    policy: signedIn,
    summary: 'What merging questions would come to when nobody is counted twice',
  })
  preview(
    @CurrentViewer() viewer: Viewer,
    @Params() { id }: BySession,
    @Body() body: z.infer<typeof mergePreviewRequest>,
  ): Promise<MergePreview> {
    return this.desk.preview(viewer, id, body);
  }

  @Get('qna-sessions/:id/similar-pairs')
  @Route({
    in: { params: bySession },
    out: similarPairs,
    policy: signedIn,
    summary: 'Pairs of open questions that are close to each other, closest first',
  })
  similar(@CurrentViewer() viewer: Viewer, @Params() { id }: BySession): Promise<SimilarPairs> {
    return this.desk.similarPairs(viewer, id);
  }
}
