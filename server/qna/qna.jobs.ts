import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { RealtimeHub } from '../platform/realtime/hub.service.js';
import { QnaLive } from './live/qna-live.service.js';

/** What Q&A sessions do without being asked: where there are sockets they stand by now, so ticks may begin. */
@Injectable()
export class QnaJobs implements OnApplicationBootstrap {
  constructor(
    private readonly hub: RealtimeHub,
    private readonly live: QnaLive,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (this.hub.isAttached) await this.live.start();
  }
}
