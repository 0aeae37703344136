import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { notFound } from '../../shared/kernel/failure.js';
import type { VoteReceipt } from '../../shared/qna/inquiry.schema.js';
import { ownVote, sessionEnded, votingClosed } from '../../shared/qna/qna.errors.js';
import type { InquiryId } from '../../shared/qna/session.schema.js';
import { BoundedMap } from '../platform/bounded-map.js';
import { fail } from '../platform/failure-error.js';
import { AnonymousAskers } from './anonymous-askers.service.js';
import { readSessionOf } from './inquiry.queries.js';
import { QnaAccess, type Who } from './qna-access.service.js';
import { QnaLive } from './qna-live.service.js';
import { VoteWriter } from './vote-writer.service.js';

const MAX_PLACES = 100_000;

/** Support for a question: one vote a person, taken back by the same way, never for one's own. */
@Injectable()
export class VoteService {
  /** Which session a question belongs to never changes. */
  private readonly sessionOf = new BoundedMap<string, string>(MAX_PLACES);

  constructor(
    private readonly dataSource: DataSource,
    private readonly access: QnaAccess,
    private readonly askers: AnonymousAskers,
    private readonly writer: VoteWriter,
    private readonly live: QnaLive,
  ) {}

  /** Resolves once the vote is committed; casting the same again changes nothing. */
  async cast(who: Who, inquiryId: InquiryId, up: boolean): Promise<VoteReceipt> {
    const { session, participant } = await this.access.seat(who, await this.placeOf(inquiryId));
    if (session.endedAt !== null) fail(sessionEnded);
    if (!session.voting) fail(votingClosed);
    if (this.askers.isAuthor(inquiryId, participant.id)) fail(ownVote);
    const verdict = await this.writer.write({ inquiryId, voterId: participant.id, up });
    if (verdict !== 'ok') fail(verdict === 'own' ? ownVote : votingClosed);
    this.live.voted(session.id, inquiryId);
    return { inquiryId, voted: up };
  }

  private async placeOf(inquiryId: string): Promise<string> {
    const known = this.sessionOf.get(inquiryId);
    if (known !== undefined) return known;
    const sessionId = (await readSessionOf(this.dataSource, inquiryId)) ?? fail(notFound);
    this.sessionOf.set(inquiryId, sessionId);
    return sessionId;
  }
}
