import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { OwnInquiry } from '../../../shared/qna/inquiry.schema.js';
import { presentOwn, presentPublic } from './inquiry.present.js';
import { readInquiries, type InquiryRow } from './inquiry.queries.js';
import { readOpeningNotices } from './opening.queries.js';
import { readSteps } from './own-inquiry.queries.js';
import { QnaAccess } from '../session/qna-access.service.js';

/** Questions as their authors see them. */
@Injectable()
export class OwnInquiryViews {
  constructor(
    private readonly dataSource: DataSource,
    private readonly access: QnaAccess,
  ) {}

  /** In the order of the rows; all of one session. */
  async viewsOf(rows: readonly InquiryRow[]): Promise<OwnInquiry[]> {
    const [first] = rows;
    if (!first) return [];
    const ids = rows.map((row) => row.id);
    const targetIds = rows.flatMap((row) => (row.mergedInto ? row.rootId : []));
    const [session, steps, openings, targets] = await Promise.all([
      this.access.session(first.sessionId),
      readSteps(this.dataSource, ids),
      readOpeningNotices(this.dataSource, ids),
      targetIds.length > 0 ? readInquiries(this.dataSource, targetIds) : [],
    ]);
    return rows.map((row) =>
      presentOwn(row, {
        steps: steps.flatMap(({ inquiryId, kind, at }) => (inquiryId === row.id ? [{ kind, at }] : [])),
        mergedInto: row.mergedInto && leftOf(targets.find(({ id }) => id === row.rootId)),
        opening: openings.get(row.id) ?? null,
        sessionEnded: session.endedAt !== null,
      }),
    );
  }
}

/** What waits, or was declined, is its own author's alone: of such a question nothing but that it is there. */
function leftOf(target: InquiryRow | undefined): OwnInquiry['mergedInto'] {
  if (!target) return null;
  const shown = presentPublic(target);
  return { id: target.id, text: shown?.text ?? null, answer: shown?.answer ?? null };
}
