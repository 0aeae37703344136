import { Module } from '@nestjs/common';
import { FailedJobController } from './failed-job.controller.js';
import { FailedJobService } from './failed-job.service.js';

@Module({ controllers: [FailedJobController], providers: [FailedJobService] })
export class OperationModule {}
