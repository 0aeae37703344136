import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { InquiryId, ParticipantId } from '../../../shared/qna/session.schema.js';
import { GuestService } from '../../account/guest/guest.service.js';
import { MemberDirectory, type Name } from '../../account/member/member-directory.service.js';
import type { NewInquiry } from './inquiry-write.queries.js';
import { placeOf, type Participant, type Seat } from '../session/qna-access.service.js';
import { sealAuthor } from './seal.js';
import type { SessionRow } from '../session/session.queries.js';
import { readAskerName } from '../session/team.queries.js';

/** Names of who takes part, and how a question is signed. */
@Injectable()
export class Participants {
  constructor(
    private readonly directory: MemberDirectory,
    private readonly guests: GuestService,
  ) {}

  /** A guest belongs to no unit. */
  async nameOf({ kind, id }: Participant): Promise<Name> {
    if (kind === 'guest') return { name: (await this.guests.names([id])).get(id) ?? '', unit: '' };
    return (await this.namesOf([id])).get(id) ?? { name: '', unit: '' };
  }

  /**
   * The name by which somebody takes part in a session for everybody to see: that of a question, or a guest's. Null for
   * whoever does not, and for whoever asked only anonymously: nothing may tell the two apart.
   */
  async openNameOf(tx: EntityManager, sessionId: string, id: ParticipantId): Promise<string | null> {
    return (await readAskerName(tx, sessionId, id)) ?? this.guests.nameAt(placeOf(sessionId), id);
  }

  /** Names and units of members by id. */
  namesOf(memberIds: readonly string[]): Promise<ReadonlyMap<string, Name>> {
    return this.directory.names(memberIds);
  }

  async holderNames({ keyHolders }: SessionRow): Promise<string[]> {
    if (keyHolders.length === 0) return [];
    const names = await this.namesOf(keyHolders.map((holder) => holder.memberId));
    return keyHolders.map((holder) => names.get(holder.memberId)?.name ?? '');
  }

  /** The author in the open, or, of an anonymous question, at most in a box that takes two keys to open. */
  async signatureOf(
    { session, participant }: Seat,
    { inquiryId, anonymous }: { inquiryId: InquiryId; anonymous: boolean },
  ): Promise<Pick<NewInquiry, 'author' | 'seal'>> {
    const name = await this.nameOf(participant);
    if (!anonymous) return { author: { ...participant, ...name }, seal: null };
    const [first, second] = session.keyHolders;
    if (!first || !second) return { author: null, seal: null };
    const { id: participantId, kind } = participant;
    const seal = await sealAuthor({ inquiryId, participantId, kind, ...name }, [
      first.publicKey,
      second.publicKey,
    ]);
    return { author: null, seal };
  }
}
