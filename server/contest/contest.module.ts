import { Module } from '@nestjs/common';
import { QuestionBankModule } from '../question-bank/question-bank.module.js';
import { AnswerWriter } from './answer-writer.service.js';
import { AttemptClosing } from './attempt-closing.service.js';
import { AttemptController } from './attempt.controller.js';
import { AttemptPapers } from './attempt-papers.service.js';
import { AttemptService } from './attempt.service.js';
import { AttemptStarter } from './attempt-starter.service.js';
import { CurrentRoundController } from './current-round.controller.js';
import { CurrentRoundService } from './current-round.service.js';
import { FrozenRounds } from './frozen-round.service.js';
import { ResultService } from './result.service.js';
import { StandingsController } from './standings.controller.js';
import { StandingsService } from './standings.service.js';

@Module({
  imports: [QuestionBankModule],
  controllers: [AttemptController, CurrentRoundController, StandingsController],
  providers: [
    AnswerWriter,
    AttemptClosing,
    AttemptPapers,
    AttemptService,
    AttemptStarter,
    CurrentRoundService,
    FrozenRounds,
    ResultService,
    StandingsService,
  ],
})
export class ContestModule {}
