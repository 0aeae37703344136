import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { qnaSocket } from '../../shared/qna/qna.events.js';
import { ownRoomOf } from '../../shared/qna/qna.rooms.js';
import { RealtimeHub } from '../platform/realtime/hub.service.js';
import { readInquiries } from './inquiry.queries.js';
import { OwnInquiryViews } from './own-inquiry-views.service.js';

/** Tells authors at once, and nobody else: the next tick of the room would let others see that something happened. */
@Injectable()
export class OwnInquiryNews {
  constructor(
    private readonly dataSource: DataSource,
    private readonly views: OwnInquiryViews,
    private readonly hub: RealtimeHub,
  ) {}

  /** Call it after the commit. */
  async tell(inquiryId: string): Promise<void> {
    const room = ownRoomOf(inquiryId);
    if (this.hub.sizeOf(qnaSocket.namespace, room) === 0) return;
    const rows = await readInquiries(this.dataSource, [inquiryId]);
    for (const view of await this.views.viewsOf(rows))
      this.hub.broadcast(qnaSocket, { room, event: 'own.moved' }, view);
  }
}
