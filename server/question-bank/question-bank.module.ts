import { Module } from '@nestjs/common';
import { QuestionChangeController } from './bulk/change.controller.js';
import { QuestionChanges } from './bulk/change.service.js';
import { QuestionExportController } from './export/export.controller.js';
import { QuestionExports } from './export/export.service.js';
import { GradingService } from './grading/grading.service.js';
import { ImportController } from './import/import.controller.js';
import { ImportService } from './import/import.service.js';
import { QuestionController } from './question/question.controller.js';
import { QuestionService } from './question/question.service.js';
import { TopicController } from './topic/topic.controller.js';
import { TopicService } from './topic/topic.service.js';

@Module({
  controllers: [
    QuestionController,
    QuestionChangeController,
    QuestionExportController,
    TopicController,
    ImportController,
  ],
  providers: [GradingService, ImportService, QuestionChanges, QuestionExports, QuestionService, TopicService],
  exports: [GradingService, QuestionService, TopicService],
})
export class QuestionBankModule {}
