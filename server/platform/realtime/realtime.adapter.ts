import type { IncomingMessage, Server as HttpServer } from 'node:http';
import type { INestApplication } from '@nestjs/common';
import { IoAdapter } from '@nestjs/platform-socket.io';
import { Server } from 'socket.io';
import { CONFIG, type Config } from '../config.js';
import { ownOriginOf } from '../http/same-origin.js';
import { RealtimeHub } from './hub.service.js';
import { Seats } from './seats.service.js';
import * as textPackets from './text-packets.js';
import { WholeFrameServer } from './whole-frames.js';

const MAX_MESSAGE_BYTES = 64_000;

/** Socket.IO over WebSocket only. Pages of other origins are refused at the handshake: CORS does not cover it. */
export class RealtimeAdapter extends IoAdapter {
  constructor(private readonly app: INestApplication<HttpServer>) {
    super(app);
  }

  override createIOServer(): Server {
    const isOwn = ownOriginOf(this.app.get<Config>(CONFIG));
    const server = new Server(this.app.getHttpServer(), {
      transports: ['websocket'],
      perMessageDeflate: false,
      serveClient: false,
      parser: textPackets,
      wsEngine: WholeFrameServer,
      maxHttpBufferSize: MAX_MESSAGE_BYTES,
      allowRequest: (request: IncomingMessage, decide: (error: string | null, allowed: boolean) => void) => {
        const { origin, host } = request.headers;
        decide(null, isOwn(origin, host));
      },
    });
    this.app.get(RealtimeHub).attach(server);
    this.app.get(Seats).attach(server);
    return server;
  }
}
