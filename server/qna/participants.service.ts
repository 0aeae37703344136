import { Injectable } from '@nestjs/common';
import { GuestService } from '../account/guest.service.js';
import { MemberDirectory, type Name } from '../account/member-directory.service.js';
import type { NewInquiry } from './inquiry-write.queries.js';
import type { Participant, Seat } from './qna-access.service.js';
import type { SessionRow } from './session.queries.js';

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
    { participant }: Seat,
    { anonymous }: { inquiryId: string; anonymous: boolean },
  ): Promise<Pick<NewInquiry, 'author' | 'seal'>> {
    const name = await this.nameOf(participant);
    if (!anonymous) return { author: { ...participant, ...name }, seal: null };
    return { author: null, seal: null };
  }
}
