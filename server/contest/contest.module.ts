import { Module } from '@nestjs/common';
import { QuestionBankModule } from '../question-bank/question-bank.module.js';
import { AnswerWriter } from './answer-writer.service.js';
import { AttemptClosing } from './attempt-closing.service.js';
import { AttemptDeadlines } from './attempt-deadlines.service.js';
import { AttemptPapers } from './attempt-papers.service.js';
import { AttemptStarter } from './attempt-starter.service.js';
import { AttemptController } from './attempt.controller.js';
import { AttemptService } from './attempt.service.js';
import { ContestActs } from './contest-act.service.js';
import { ContestController } from './contest.controller.js';
import { ContestGateway, MemberGateway } from './contest.gateway.js';
import { ContestJobs } from './contest.jobs.js';
import { ContestService } from './contest.service.js';
import { CurrentRoundController } from './current-round.controller.js';
import { CurrentRoundService } from './current-round.service.js';
import { ExtraTimeService } from './extra-time.service.js';
import { FrozenRounds } from './frozen-round.service.js';
import { LiveService } from './live.service.js';
import { PublicationService } from './publication.service.js';
import { ResultController } from './result.controller.js';
import { ResultService } from './result.service.js';
import { RoundWindowService } from './round-window.service.js';
import { RoundController } from './round.controller.js';
import { RoundService } from './round.service.js';
import { StandingsController } from './standings.controller.js';
import { StandingsService } from './standings.service.js';
import { UnitProgressService } from './unit-progress.service.js';

@Module({
  imports: [QuestionBankModule],
  controllers: [
    AttemptController,
    ContestController,
    CurrentRoundController,
    ResultController,
    RoundController,
    StandingsController,
  ],
  providers: [
    AnswerWriter,
    AttemptClosing,
    AttemptDeadlines,
    AttemptPapers,
    AttemptService,
    AttemptStarter,
    ContestActs,
    ContestGateway,
    ContestJobs,
    ContestService,
    CurrentRoundService,
    ExtraTimeService,
    FrozenRounds,
    LiveService,
    MemberGateway,
    PublicationService,
    ResultService,
    RoundService,
    RoundWindowService,
    StandingsService,
    UnitProgressService,
  ],
  exports: [
    AnswerWriter,
    AttemptClosing,
    AttemptPapers,
    AttemptStarter,
    ContestService,
    FrozenRounds,
    PublicationService,
    RoundService,
  ],
})
export class ContestModule {}
