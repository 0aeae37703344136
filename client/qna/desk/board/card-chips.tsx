import { IconFlag, IconPlayerTrackNext, IconPresentation, IconTag } from '@tabler/icons-react';
import type { DeskInquiry } from '../../../../shared/qna/inquiry.schema.js';
import type { InquiryId, QnaLive } from '../../../../shared/qna/session.schema.js';
import { useFormat, useT } from '../../../platform/text/i18n.js';
import { Chip } from '../../../ui/data/chip.js';
import { AnswerClock } from '../../answer-clock/answer-clock.js';
import { wantedOf } from '../../projector/projector.rules.js';
import classes from './card-chips.module.css';
import { useDesk } from '../state/desk-context.js';

/** What is special about a question, above its text. Most have nothing. */
export function CardChips({ inquiry }: { inquiry: DeskInquiry }) {
  const t = useT('qna/desk');
  const { list } = useFormat();
  const { session, presence } = useDesk();
  const { nextId, now } = session.live;
  const chips = [
    isOnScreen(inquiry.id, session.live, presence.projectors) && (
      <Chip key="shown" size="sm" kind="amber" icon={<IconPresentation aria-hidden="true" />}>
        {t('card.projected')}
      </Chip>
    ),
    inquiry.id === nextId && inquiry.state === 'approved' && (
      <Chip key="next" size="sm" kind="navy" icon={<IconPlayerTrackNext aria-hidden="true" />}>
        {t('card.next')}
      </Chip>
    ),
    inquiry.flagged.length > 0 && inquiry.state === 'pending' && (
      <Chip key="flag" size="sm" kind="red" icon={<IconFlag aria-hidden="true" />}>
        {t('card.flagged', { words: list(inquiry.flagged) })}
      </Chip>
    ),
    ...inquiry.labels.map((label) => (
      <Chip key={`label ${label}`} size="sm" icon={<IconTag aria-hidden="true" />}>
        {label}
      </Chip>
    )),
    inquiry.edited && (
      <Chip key="edited" size="sm">
        {t('card.edited')}
      </Chip>
    ),
    inquiry.mergedCount > 0 && (
      <Chip key="family" size="sm">
        {t('card.family', { count: inquiry.mergedCount })}
      </Chip>
    ),
  ].filter(Boolean);
  const answering = now?.inquiryId === inquiry.id ? now : null;
  if (chips.length === 0 && !answering) return null;
  return (
    <div className={classes.line}>
      <span className={classes.chips}>{chips}</span>
      {answering && <AnswerClock counts="up" now={answering} seconds={session.answerSeconds} />}
    </div>
  );
}

/** What the host chose for the projectors; what is being answered only where there is one to show it. */
function isOnScreen(id: InquiryId, live: QnaLive, projectors: number): boolean {
  const wanted = wantedOf(live);
  if (wanted.kind !== 'question' || wanted.inquiryId !== id) return false;
  return live.projection.inquiryId === id || projectors > 0;
}
