import { Module } from '@nestjs/common';
import { AccountModule } from '../account/account.module.js';
import { ContestModule } from '../contest/contest.module.js';
import { QnaModule } from '../qna/qna.module.js';
import { QuestionBankModule } from '../question-bank/question-bank.module.js';
import { DemoAttempts } from './attempts.service.js';
import { DemoQnaSessions } from './qna-sessions.service.js';
import { DemoService } from './demo.service.js';

@Module({
  imports: [AccountModule, QuestionBankModule, ContestModule, QnaModule],
  providers: [DemoAttempts, DemoQnaSessions, DemoService],
})
export class DemoModule {}
