import { Module } from '@nestjs/common';
import { QuestionBankModule } from '../question-bank/question-bank.module.js';
import { AnswerWriter } from './attempt/answer-writer.service.js';
import { AttemptClosing } from './attempt/attempt-closing.service.js';
import { AttemptDeadlines } from './attempt/attempt-deadlines.service.js';
import { AttemptPapers } from './attempt/attempt-papers.service.js';
import { AttemptStarter } from './attempt/attempt-starter.service.js';
import { AttemptController } from './attempt/attempt.controller.js';
import { AttemptService } from './attempt/attempt.service.js';
import { ContestActs } from './round/contest-act.service.js';
import { ContestController } from './builder/contest.controller.js';
import { ContestGateway, MemberGateway } from './live/contest.gateway.js';
import { ContestJobs } from './contest.jobs.js';
import { ContestService } from './builder/contest.service.js';
import { CurrentRoundController } from './home/current-round.controller.js';
import { CurrentRoundService } from './home/current-round.service.js';
import { ExtraTimeService } from './builder/extra-time.service.js';
import { FrozenRounds } from './round/frozen-round.service.js';
import { InspectionController } from './inspection/inspection.controller.js';
import { InspectionService } from './inspection/inspection.service.js';
import { LifeController } from './life/life.controller.js';
import { ContestLife } from './life/life.service.js';
import { LiveService } from './live/live.service.js';
import { PublicationService } from './builder/publication.service.js';
import { ResultController } from './result/result.controller.js';
import { ResultService } from './result/result.service.js';
import { RoundWindowService } from './builder/round-window.service.js';
import { RoundController } from './builder/round.controller.js';
import { RoundFilesController } from './files/round-files.controller.js';
import { RoundFiles } from './files/round-files.service.js';
import { RoundService } from './builder/round.service.js';
import { StandingsController } from './standings/standings.controller.js';
import { StandingsService } from './standings/standings.service.js';
import { UnitTree } from './standings/unit-tree.service.js';
import { ReminderService } from './turnout/reminder.service.js';
import { TurnoutAccess } from './turnout/turnout-access.service.js';
import { TurnoutController } from './turnout/turnout.controller.js';
import { TurnoutCounts } from './turnout/turnout-counts.service.js';
import { TurnoutFiles } from './turnout/turnout-files.service.js';
import { TurnoutService } from './turnout/turnout.service.js';
import { UnitProgressService } from './turnout/unit-progress.service.js';

@Module({
  imports: [QuestionBankModule],
  controllers: [
    AttemptController,
    ContestController,
    CurrentRoundController,
    InspectionController,
    LifeController,
    ResultController,
    RoundController,
    RoundFilesController,
    StandingsController,
    TurnoutController,
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
    ContestLife,
    ContestService,
    CurrentRoundService,
    ExtraTimeService,
    FrozenRounds,
    InspectionService,
    LiveService,
    MemberGateway,
    PublicationService,
    ResultService,
    RoundService,
    ReminderService,
    RoundFiles,
    RoundWindowService,
    StandingsService,
    TurnoutAccess,
    TurnoutCounts,
    TurnoutFiles,
    TurnoutService,
    UnitProgressService,
    UnitTree,
  ],
  exports: [
    AnswerWriter,
    AttemptClosing,
    AttemptStarter,
    ContestService,
    FrozenRounds,
    PublicationService,
    RoundService,
  ],
})
export class ContestModule {}
