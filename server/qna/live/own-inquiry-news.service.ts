import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Logger } from 'pino';
import { z } from 'zod';
import { qnaSocket } from '../../../shared/qna/qna.events.js';
import { ownRoomOf } from '../../../shared/qna/qna.rooms.js';
import { LOGGER } from '../../platform/log.js';
import { RealtimeHub } from '../../platform/realtime/hub.service.js';
import { NodeBus } from '../../platform/realtime/node-bus.service.js';
import { readInquiries } from '../inquiry/inquiry.queries.js';
import { OwnInquiryViews } from '../inquiry/own-inquiry-views.service.js';

const WORD = 'qna.own';
const word = z.object({ sessionId: z.uuid(), id: z.uuid() });
type Question = z.infer<typeof word>;

/** Tells authors at once, and nobody else: the next tick of the room would let others see that something happened. */
@Injectable()
export class OwnInquiryNews {
  constructor(
    private readonly dataSource: DataSource,
    private readonly views: OwnInquiryViews,
    private readonly bus: NodeBus,
    private readonly hub: RealtimeHub,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    bus.on(WORD, word, (question) => {
      this.tellHere(question).catch((err: unknown) => this.logger.warn({ err }, 'an author was not told'));
    });
  }

  /** Call it after the commit. */
  async tell(question: Question): Promise<void> {
    this.bus.tell(WORD, question);
    await this.tellHere(question);
  }

  private async tellHere(question: Question): Promise<void> {
    const room = ownRoomOf(question);
    if (this.hub.sizeOf(qnaSocket.namespace, room) === 0) return;
    const rows = await readInquiries(this.dataSource, [question.id]);
    for (const view of await this.views.viewsOf(rows))
      this.hub.broadcastHere(qnaSocket, { room, event: 'own.moved' }, view);
  }
}
