import { Module } from '@nestjs/common';
import { GradingService } from './grading.service.js';
import { ImportController } from './import.controller.js';
import { ImportService } from './import.service.js';
import { QuestionController } from './question.controller.js';
import { QuestionService } from './question.service.js';

@Module({
  controllers: [QuestionController, ImportController],
  providers: [GradingService, ImportService, QuestionService],
  exports: [GradingService, QuestionService],
})
export class QuestionBankModule {}
