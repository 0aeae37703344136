import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Viewer } from '../../../shared/kernel/viewer.js';
import { Sessions } from '../../platform/auth/sessions.service.js';
import { SessionService } from './session.service.js';

@Injectable()
export class SignOutService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly service: SessionService,
    private readonly sessions: Sessions,
  ) {}

  /** Ends this session for good before the answer leaves; the notification reaches its sockets and the other nodes. */
  async signOut(viewer: Viewer): Promise<void> {
    await this.dataSource.transaction((tx) => this.service.end(tx, viewer.sessionId));
    this.sessions.forgetAll();
  }
}
