import { Global, Module } from '@nestjs/common';
import { RealtimeHub } from './hub.service.js';
import { NodeBus } from './node-bus.service.js';
import { NodeRoster } from '../database/node-roster.service.js';
import { Presence } from './presence.service.js';
import { Seats } from './seats.service.js';

@Global()
@Module({
  providers: [NodeBus, NodeRoster, Presence, RealtimeHub, Seats],
  exports: [NodeBus, NodeRoster, Presence, RealtimeHub, Seats],
})
export class RealtimeModule {}
