import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { QnaLive } from './live/qna-live.service.js';

/** What Q&A sessions do without being asked: sockets stand by now, so ticks may begin. */
@Injectable()
export class QnaJobs implements OnApplicationBootstrap {
  constructor(private readonly live: QnaLive) {}

  onApplicationBootstrap(): Promise<void> {
    return this.live.start();
  }
}
