import { Global, Module } from '@nestjs/common';
import { RealtimeHub } from './hub.service.js';

@Global()
@Module({ providers: [RealtimeHub], exports: [RealtimeHub] })
export class RealtimeModule {}
