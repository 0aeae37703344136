import { MemberEntity, MembershipEntity, RoleGrantEntity } from '../account/member/member.entity.js';
import { UnitEntity } from '../account/unit/unit.entity.js';
import type { DatabaseParts } from '../platform/database/data-source.js';
import { Platform1000000000001 } from './migrations/0001-platform.js';
import { Account1000000000002 } from './migrations/0002-account.js';
import { QuestionBank1000000000003 } from './migrations/0003-question-bank.js';
import { Contest1000000000004 } from './migrations/0004-contest.js';
import { Guest1000000000005 } from './migrations/0005-guest.js';
import { Qna1000000000006 } from './migrations/0006-qna.js';
import { QnaKeys1000000000007 } from './migrations/0007-qna-keys.js';
import { QnaTime1000000000008 } from './migrations/0008-qna-time.js';
import { ViewerNews1000000000009 } from './migrations/0009-viewer-news.js';
import { QnaRevision1000000000010 } from './migrations/0010-qna-revision.js';
import { QnaUndo1000000000011 } from './migrations/0011-qna-undo.js';
import { RoundTally1000000000014 } from './migrations/0014-round-tally.js';
import { ResultOrder1000000000015 } from './migrations/0015-result-order.js';
import { SignInPace1000000000016 } from './migrations/0016-sign-in-pace.js';
import { SessionSecret1000000000017 } from './migrations/0017-session-secret.js';
import { ImportItems1000000000018 } from './migrations/0018-import-items.js';
import { Closing1000000000019 } from './migrations/0019-closing.js';
import { SoftLock1000000000020 } from './migrations/0020-soft-lock.js';
import { SameText1000000000021 } from './migrations/0021-same-text.js';
import { BankAtWork1000000000022 } from './migrations/0022-bank-at-work.js';
import { OwnAccount1000000000024 } from './migrations/0024-own-account.js';
import { GivenName1000000000025 } from './migrations/0025-given-name.js';
import { MemberImport1000000000026 } from './migrations/0026-member-import.js';
import { Reopening1000000000027 } from './migrations/0027-reopening.js';
import { ContestLife1000000000029 } from './migrations/0029-contest-life.js';
import { AttemptInspection1000000000030 } from './migrations/0030-attempt-inspection.js';
import { Turnout1000000000032 } from './migrations/0032-turnout.js';
import { QnaLife1000000000035 } from './migrations/0035-qna-life.js';
import { GuestCrowd1000000000036 } from './migrations/0036-guest-crowd.js';

/** Everything the database is made of, in order. A migration that has landed is never edited. */
export const databaseParts: DatabaseParts = {
  entities: [UnitEntity, MemberEntity, MembershipEntity, RoleGrantEntity],
  migrations: [
    Platform1000000000001,
    Account1000000000002,
    QuestionBank1000000000003,
    Contest1000000000004,
    Guest1000000000005,
    Qna1000000000006,
    QnaKeys1000000000007,
    QnaTime1000000000008,
    ViewerNews1000000000009,
    QnaRevision1000000000010,
    QnaUndo1000000000011,
    RoundTally1000000000014,
    ResultOrder1000000000015,
    SignInPace1000000000016,
    SessionSecret1000000000017,
    ImportItems1000000000018,
    Closing1000000000019,
    SoftLock1000000000020,
    SameText1000000000021,
    BankAtWork1000000000022,
    OwnAccount1000000000024,
    GivenName1000000000025,
    MemberImport1000000000026,
    Reopening1000000000027,
    ContestLife1000000000029,
    AttemptInspection1000000000030,
    Turnout1000000000032,
    QnaLife1000000000035,
    GuestCrowd1000000000036,
  ],
};
