import { Module, type DynamicModule, type Type } from '@nestjs/common';
import { AccountModule } from './account/account.module.js';
import { ContestModule } from './contest/contest.module.js';
import { OperationModule } from './operation/operation.module.js';
import { SessionsModule } from './platform/auth/sessions.module.js';
import { PlatformModule, type PlatformParts } from './platform/platform.module.js';
import { RealtimeModule } from './platform/realtime/realtime.module.js';
import { QnaModule } from './qna/qna.module.js';
import { QuestionBankModule } from './question-bank/question-bank.module.js';

@Module({})
export class AppModule {
  /** `further` are modules that a test adds to the product's own. */
  static with(parts: PlatformParts, further: readonly Type[] = []): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.with(parts),
        RealtimeModule,
        SessionsModule.readingFrom(AccountModule),
        AccountModule,
        QuestionBankModule,
        ContestModule,
        QnaModule,
        OperationModule,
        ...further,
      ],
    };
  }
}
