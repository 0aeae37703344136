import { Injectable } from '@nestjs/common';
import { MemberDirectory } from '../account/member-directory.service.js';
import type { NewInquiry } from './inquiry-write.queries.js';
import type { Participant, Seat } from './qna-access.service.js';

export type Name = { name: string; unit: string };

/** Names of who takes part, and how a question is signed. */
@Injectable()
export class Participants {
  constructor(private readonly directory: MemberDirectory) {}

  async nameOf(participant: Participant): Promise<Name> {
    const profile = (await this.directory.profiles([participant.id])).get(participant.id);
    return { name: profile?.name ?? '', unit: profile?.unit ?? '' };
  }

  /** The author in the open, or, of an anonymous question, at most in a box that takes two keys to open. */
  async signatureOf(
    { participant }: Seat,
    { anonymous }: { inquiryId: string; anonymous: boolean },
  ): Promise<Pick<NewInquiry, 'author' | 'seal'>> {
    if (!anonymous) return { author: { ...participant, ...(await this.nameOf(participant)) }, seal: null };
    return { author: null, seal: null };
  }
}
