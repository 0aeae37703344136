import { Injectable } from '@nestjs/common';
import { notFound } from '../../../shared/kernel/failure.js';
import type { VoteReceipt } from '../../../shared/qna/inquiry.schema.js';
import {
  answeredAlready,
  membersVote,
  ownVote,
  sessionEnded,
  votingClosed,
} from '../../../shared/qna/qna.errors.js';
import type { InquiryId } from '../../../shared/qna/session.schema.js';
import { fail } from '../../platform/failure-error.js';
import { AnonymousAskers } from '../inquiry/anonymous-askers.service.js';
import { QnaAccess, type Who } from '../session/qna-access.service.js';
import { QnaLive } from '../live/qna-live.service.js';
import { VoteTargets } from '../vote/vote-targets.service.js';
import { VoteWriter } from '../vote/vote-writer.service.js';

const REFUSALS = { own: ownVote, answered: answeredAlready, closed: votingClosed };

/** Support for a question: one vote a person, taken back by the same way, never for one's own. */
@Injectable()
export class VoteService {
  constructor(
    private readonly targets: VoteTargets,
    private readonly access: QnaAccess,
    private readonly askers: AnonymousAskers,
    private readonly writer: VoteWriter,
    private readonly live: QnaLive,
  ) {}

  /** Resolves once the vote is committed; casting the same again changes nothing. */
  async cast(who: Who, inquiryId: InquiryId, up: boolean): Promise<VoteReceipt> {
    const target = (await this.targets.find(inquiryId)) ?? fail(notFound);
    const { session, participant } = await this.access.seat(who, target.sessionId);
    const isOwn =
      target.authorId === participant.id ||
      this.askers.isAuthor(inquiryId, participant.id) ||
      target.family.some((id) => this.askers.isAuthor(id, participant.id));
    if (session.endedAt !== null) fail(sessionEnded);
    if (!session.voting) fail(votingClosed);
    if (up && participant.kind === 'guest' && !session.settings.guestsVote) fail(membersVote);
    // Support from before a merge may be taken back, also where one's own question came in by it.
    if (up && isOwn) fail(ownVote);
    if (target.isAlone && !target.isOpen) fail(target.isAnswered ? answeredAlready : votingClosed);
    const verdict = await this.writer.write({ inquiryId, voterId: participant.id, up }, target.isAlone);
    if (verdict !== 'ok') fail(REFUSALS[verdict]);
    this.live.voted(session.id, inquiryId);
    return { inquiryId, voted: up };
  }
}
