import { Module } from '@nestjs/common';
import { AccountModule } from '../account/account.module.js';
import { AnonymousAskers } from './anonymous-askers.service.js';
import { AskingService } from './asking.service.js';
import { DeskActs } from './desk-act.service.js';
import { DeskPresence } from './desk-presence.service.js';
import { DeskController } from './desk.controller.js';
import { Desk } from './desk.service.js';
import { Hosting } from './hosting.service.js';
import { InquiryController } from './inquiry.controller.js';
import { InquiryList } from './inquiry-list.service.js';
import { InvitationController } from './invitation.controller.js';
import { Invitations } from './invitation.service.js';
import { KeyHolderController } from './key-holder.controller.js';
import { KeyHolders } from './key-holder.service.js';
import { LedgerController } from './ledger.controller.js';
import { Ledger } from './ledger.service.js';
import { Moves } from './move.service.js';
import { OpeningController } from './opening.controller.js';
import { OpeningService } from './opening.service.js';
import { OwnInquiries } from './own-inquiries.service.js';
import { OwnInquiryNews } from './own-inquiry-news.service.js';
import { OwnInquiryViews } from './own-inquiry-views.service.js';
import { Participants } from './participants.service.js';
import { QnaAccess } from './qna-access.service.js';
import { QnaGateway } from './qna.gateway.js';
import { QnaJobs } from './qna.jobs.js';
import { QnaLive } from './qna-live.service.js';
import { Rankings } from './rankings.service.js';
import { SeenOnce } from './seen-once.service.js';
import { SessionPresence } from './session-presence.service.js';
import { SessionSignals } from './session-signals.service.js';
import { QnaSessionController } from './session.controller.js';
import { QnaSessions } from './session.service.js';
import { SimilarPairs } from './similar-pairs.service.js';
import { SimilarTexts } from './similar-texts.service.js';
import { Undoing } from './undo.service.js';
import { VoteService } from './vote.service.js';
import { VoteTargets } from './vote-targets.service.js';
import { VoteWriter } from './vote-writer.service.js';
import { WatchService } from './watch.service.js';

@Module({
  imports: [AccountModule],
  controllers: [
    DeskController,
    InquiryController,
    InvitationController,
    KeyHolderController,
    LedgerController,
    OpeningController,
    QnaSessionController,
  ],
  providers: [
    AnonymousAskers,
    AskingService,
    Desk,
    DeskActs,
    DeskPresence,
    Hosting,
    InquiryList,
    Invitations,
    KeyHolders,
    Ledger,
    Moves,
    OpeningService,
    OwnInquiries,
    OwnInquiryNews,
    OwnInquiryViews,
    Participants,
    QnaAccess,
    QnaGateway,
    QnaJobs,
    QnaLive,
    QnaSessions,
    Rankings,
    SeenOnce,
    SessionPresence,
    SessionSignals,
    SimilarPairs,
    SimilarTexts,
    Undoing,
    VoteService,
    VoteTargets,
    VoteWriter,
    WatchService,
  ],
  exports: [AskingService, Hosting, Moves, QnaLive, QnaSessions, VoteService],
})
export class QnaModule {}
