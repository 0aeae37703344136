import { Module, type DynamicModule } from '@nestjs/common';
import { AccountModule } from '../account/account.module.js';
import { ContestModule } from '../contest/contest.module.js';
import { QnaModule } from '../qna/qna.module.js';
import { QuestionBankModule } from '../question-bank/question-bank.module.js';
import { DemoAttempts } from './attempts.service.js';
import { DemoContests } from './contests.service.js';
import { DemoQnaSessions } from './qna-sessions.service.js';
import { DemoService } from './demo.service.js';
import { StoryClock } from './story-clock.js';

/** Part of the application only while it tells the demo world. */
@Module({})
export class DemoModule {
  static toldBy(clock: StoryClock): DynamicModule {
    return {
      module: DemoModule,
      imports: [AccountModule, QuestionBankModule, ContestModule, QnaModule],
      providers: [
        { provide: StoryClock, useValue: clock },
        DemoAttempts,
        DemoContests,
        DemoQnaSessions,
        DemoService,
      ],
    };
  }
}
