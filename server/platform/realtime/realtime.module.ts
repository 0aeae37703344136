import { Global, Module } from '@nestjs/common';
import { RealtimeHub } from './hub.service.js';
import { NodeBus } from './node-bus.service.js';
import { NodeRoster } from './node-roster.service.js';
import { Presence } from './presence.service.js';

@Global()
@Module({
  providers: [NodeBus, NodeRoster, Presence, RealtimeHub],
  exports: [NodeBus, NodeRoster, Presence, RealtimeHub],
})
export class RealtimeModule {}
