import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { notFound } from '../../../shared/kernel/failure.js';
import type { Viewer } from '../../../shared/kernel/viewer.js';
import { openingId, type OpenedAuthor, type Opening } from '../../../shared/qna/opening.schema.js';
import { notSealed, notYourTurn, wrongBox } from '../../../shared/qna/qna.errors.js';
import { GuestService } from '../../account/guest/guest.service.js';
import { MemberDirectory } from '../../account/member/member-directory.service.js';
import { Acts } from '../../platform/act/acts.service.js';
import { Clock } from '../../platform/clock.js';
import { fail } from '../../platform/failure-error.js';
import { newId } from '../../platform/ids.js';
import { addSteps } from '../inquiry/inquiry.queries.js';
import { isTurnOf, placeOf } from './keys.policy.js';
import { presentOpening } from './opening.present.js';
import {
  finishOpening,
  insertOpening,
  passInnerBox,
  readOpening,
  readOpeningIdOf,
  readOpeningsOf,
  readSubject,
  type OpeningRow,
} from '../inquiry/opening.queries.js';
import { OwnInquiryNews } from '../live/own-inquiry-news.service.js';
import { authorOf, innerBoxOf, sealOpened, type SealedAuthor } from '../inquiry/seal.js';

type Step = { viewer: Viewer; row: OpeningRow; opened: string };

/**
 * Opening the author of an anonymous question: two people, one after the other, with a reason, an audit entry for each
 * step, which says nothing about the author, and a notice to the author before anybody is given a box. Somebody without
 * a key of the session sees nothing.
 */
@Injectable()
export class OpeningService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly acts: Acts,
    private readonly clock: Clock,
    private readonly members: MemberDirectory,
    private readonly guests: GuestService,
    private readonly news: OwnInquiryNews,
  ) {}

  async list(viewer: Viewer): Promise<Opening[]> {
    const rows = await readOpeningsOf(this.dataSource, viewer.memberId);
    return rows.flatMap((row) => {
      const place = placeOf(viewer, row.holders);
      return place === null ? [] : [presentOpening(row, place)];
    });
  }

  /** A question is opened once: whoever asks again gets the opening there is, with its first reason. */
  async request(viewer: Viewer, inquiryId: string, reason: string): Promise<Opening> {
    const subject = await readSubject(this.dataSource, inquiryId);
    if (!subject?.holders || placeOf(viewer, subject.holders) === null) return fail(notFound);
    if (!subject.sealed) fail(notSealed);
    const { sessionId } = subject;
    const id = newId(openingId);
    const done = await this.acts.run(viewer, async (tx) => {
      const opening = { id, inquiryId, sessionId, requestedBy: viewer.memberId, reason };
      if (!(await insertOpening(tx, opening))) return null;
      await addSteps(tx, [{ inquiryId, kind: 'opening', at: this.clock.now() }]);
      const details = { openingId: id, sessionId, reason };
      return { action: 'qna.opening_request', subjectId: inquiryId, details };
    });
    const isNew = done !== null;
    if (isNew) await this.news.tell({ sessionId, id: inquiryId });
    const known = isNew ? id : await readOpeningIdOf(this.dataSource, inquiryId);
    return this.one(viewer, known ?? fail(notFound));
  }

  /** Takes what the viewer's key made of the box, and hands on. */
  async open(viewer: Viewer, id: string, opened: string): Promise<Opening> {
    const row = (await readOpening(this.dataSource, id)) ?? fail(notFound);
    const place = placeOf(viewer, row.holders) ?? fail(notFound);
    if (!isTurnOf(place, row.stage)) fail(notYourTurn);
    await (place === 0 ? this.openOuter({ viewer, row, opened }) : this.openInner({ viewer, row, opened }));
    return this.one(viewer, id);
  }

  private async openOuter({ viewer, row, opened }: Step): Promise<void> {
    const innerBox = innerBoxOf(opened, row.sealHash) ?? fail(wrongBox);
    await this.acts.run(viewer, async (tx) => {
      if (!(await passInnerBox(tx, { id: row.id, by: viewer.memberId, innerBox }))) fail(notYourTurn);
      return { action: 'qna.opening_outer', subjectId: row.inquiryId, details: { openingId: row.id } };
    });
  }

  private async openInner({ viewer, row, opened }: Step): Promise<void> {
    const author = authorOf(opened, row.sealHash);
    if (author?.inquiryId !== row.inquiryId) return fail(wrongBox);
    const found = await this.nowOf(author);
    const [outer, inner] = row.holders;
    const results: [string, string] = [
      await sealOpened(found, outer.publicKey),
      await sealOpened(found, inner.publicKey),
    ];
    await this.acts.run(viewer, async (tx) => {
      if (!(await finishOpening(tx, { id: row.id, by: viewer.memberId, results }))) fail(notYourTurn);
      await addSteps(tx, [{ inquiryId: row.inquiryId, kind: 'opened', at: this.clock.now() }]);
      return { action: 'qna.opening', subjectId: row.inquiryId, details: { openingId: row.id } };
    });
    await this.news.tell({ sessionId: row.sessionId, id: row.inquiryId });
  }

  /** Name and unit as they are today; as they were when the question was asked, of somebody who is not here any more. */
  private async nowOf({ kind, participantId, name, unit }: SealedAuthor): Promise<OpenedAuthor> {
    if (kind === 'guest')
      return { name: (await this.guests.names([participantId])).get(participantId) ?? name, unit };
    return (await this.members.names([participantId])).get(participantId) ?? { name, unit };
  }

  private async one(viewer: Viewer, id: string): Promise<Opening> {
    const row = (await readOpening(this.dataSource, id)) ?? fail(notFound);
    return presentOpening(row, placeOf(viewer, row.holders) ?? fail(notFound));
  }
}
