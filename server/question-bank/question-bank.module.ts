import { Module } from '@nestjs/common';
import { GradingService } from './grading.service.js';

@Module({ providers: [GradingService], exports: [GradingService] })
export class QuestionBankModule {}
