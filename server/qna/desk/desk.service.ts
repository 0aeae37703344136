import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { notFound } from '../../../shared/kernel/failure.js';
import type { PageQuery } from '../../../shared/kernel/page.js';
import { instant } from '../../../shared/kernel/time.js';
import type { Viewer } from '../../../shared/kernel/viewer.js';
import type {
  DeskPage,
  MergePreview,
  mergePreviewRequest,
  movePage,
  SimilarPairs as SimilarPairsView,
} from '../../../shared/qna/desk.schema.js';
import type { QnaSessionId } from '../../../shared/qna/session.schema.js';
import { Clock } from '../../platform/clock.js';
import { fail } from '../../platform/failure-error.js';
import { decodeCursor, encodeCursor } from '../../platform/http/cursor.js';
import { countVoters } from './desk.queries.js';
import { readBoard, readInquiries, type InquiryRow } from '../inquiry/inquiry.queries.js';
import { presentDesk } from '../inquiry/inquiry.present.js';
import { listMoves } from './move.queries.js';
import { QnaAccess } from '../session/qna-access.service.js';
import { SimilarPairs } from './similar-pairs.service.js';

const boardPlace = z.int32();
const movePlace = z.tuple([instant, z.uuid()]);

/** What those at the desk see. */
@Injectable()
export class Desk {
  constructor(
    private readonly dataSource: DataSource,
    private readonly access: QnaAccess,
    private readonly similar: SimilarPairs,
    private readonly clock: Clock,
  ) {}

  async page(viewer: Viewer, sessionId: QnaSessionId, { cursor, limit }: PageQuery): Promise<DeskPage> {
    await this.access.desk(viewer, sessionId);
    const after = decodeCursor(boardPlace, cursor);
    const rows = await readBoard(this.dataSource, sessionId, { after, limit: limit + 1 });
    const last = rows[limit] && rows[limit - 1];
    return {
      items: rows.slice(0, limit).map(presentDesk),
      next: last ? encodeCursor(last.number) : null,
      serverNow: this.clock.now().toISOString(),
    };
  }

  async moves(
    viewer: Viewer,
    sessionId: QnaSessionId,
    { cursor, limit }: PageQuery,
  ): Promise<z.infer<typeof movePage>> {
    await this.access.desk(viewer, sessionId);
    const place = decodeCursor(movePlace, cursor);
    const after = place && { at: new Date(place[0]), id: place[1] };
    const rows = await listMoves(this.dataSource, sessionId, { after, limit: limit + 1 });
    const last = rows[limit] && rows[limit - 1];
    return {
      items: rows.slice(0, limit).map((row) => ({ ...row, at: row.at.toISOString() })),
      next: last ? encodeCursor([last.at.toISOString(), last.id]) : null,
    };
  }

  /** What merging would come to, without doing it. */
  async preview(
    viewer: Viewer,
    sessionId: QnaSessionId,
    { targetId, inquiryIds }: z.infer<typeof mergePreviewRequest>,
  ): Promise<MergePreview> {
    await this.access.desk(viewer, sessionId);
    const rows = await this.inquiriesOf(sessionId, [targetId, ...inquiryIds]);
    const counted = await countVoters(
      this.dataSource,
      rows.map(({ rootId }) => rootId),
    );
    return { inquiries: rows.map(presentDesk), ...counted };
  }

  async similarPairs(viewer: Viewer, sessionId: QnaSessionId): Promise<SimilarPairsView> {
    await this.access.desk(viewer, sessionId);
    return this.similar.of(sessionId);
  }

  /** In the order of the ids, each once. */
  private async inquiriesOf(sessionId: QnaSessionId, ids: readonly string[]): Promise<InquiryRow[]> {
    const rows = await readInquiries(this.dataSource, ids);
    return [...new Set(ids)].map(
      (id) => rows.find((row) => row.id === id && row.sessionId === sessionId) ?? fail(notFound),
    );
  }
}
