import { Module } from '@nestjs/common';
import { GradingService } from './grading/grading.service.js';
import { ImportController } from './import/import.controller.js';
import { ImportService } from './import/import.service.js';
import { QuestionController } from './question/question.controller.js';
import { QuestionService } from './question/question.service.js';

@Module({
  controllers: [QuestionController, ImportController],
  providers: [GradingService, ImportService, QuestionService],
  exports: [GradingService, QuestionService],
})
export class QuestionBankModule {}
