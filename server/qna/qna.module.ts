import { Module } from '@nestjs/common';
import { AccountModule } from '../account/account.module.js';
import { AnonymousAskers } from './inquiry/anonymous-askers.service.js';
import { AskingService } from './audience/asking.service.js';
import { DeskActs } from './desk/desk-act.service.js';
import { DeskPresence } from './live/desk-presence.service.js';
import { DeskController } from './desk/desk.controller.js';
import { Desk } from './desk/desk.service.js';
import { Hosting } from './organise/hosting.service.js';
import { InquiryController } from './audience/inquiry.controller.js';
import { InquiryList } from './audience/inquiry-list.service.js';
import { InvitationController } from './join/invitation.controller.js';
import { Invitations } from './join/invitation.service.js';
import { KeyHolderController } from './keys/key-holder.controller.js';
import { KeyHolders } from './keys/key-holder.service.js';
import { LedgerController } from './ledger/ledger.controller.js';
import { LedgerFiles } from './ledger/ledger-files.service.js';
import { Ledger } from './ledger/ledger.service.js';
import { Moves } from './desk/move.service.js';
import { OpeningController } from './keys/opening.controller.js';
import { OpeningService } from './keys/opening.service.js';
import { OwnInquiries } from './audience/own-inquiries.service.js';
import { OwnInquiryNews } from './live/own-inquiry-news.service.js';
import { OwnInquiryViews } from './inquiry/own-inquiry-views.service.js';
import { Participants } from './inquiry/participants.service.js';
import { QnaAccess } from './session/qna-access.service.js';
import { QnaGateway } from './audience/qna.gateway.js';
import { QnaJobs } from './qna.jobs.js';
import { QnaLive } from './live/qna-live.service.js';
import { Rankings } from './inquiry/rankings.service.js';
import { SessionPresence } from './live/session-presence.service.js';
import { SessionSignals } from './live/session-signals.service.js';
import { SessionLifeController } from './organise/session-life.controller.js';
import { SessionLife } from './organise/session-life.service.js';
import { QnaSessionController } from './organise/session.controller.js';
import { QnaSessions } from './organise/session.service.js';
import { SimilarPairs } from './desk/similar-pairs.service.js';
import { SimilarTexts } from './similar/similar-texts.service.js';
import { Undoing } from './desk/undo.service.js';
import { VoteService } from './audience/vote.service.js';
import { VoteTargets } from './vote/vote-targets.service.js';
import { VoteWriter } from './vote/vote-writer.service.js';
import { WatchService } from './audience/watch.service.js';

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
    SessionLifeController,
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
    LedgerFiles,
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
    SessionLife,
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
