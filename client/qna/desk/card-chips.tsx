import { IconFlag, IconPencil, IconPlayerTrackNext, IconPresentation, IconTag } from '@tabler/icons-react';
import type { DeskInquiry } from '../../../shared/qna/inquiry.schema.js';
import { calledName } from '../../platform/called-name.js';
import { useFormat, useT } from '../../platform/i18n.js';
import { Chip } from '../../ui/chip.js';
import { AnswerTimer } from './answer-timer.js';
import classes from './card-chips.module.css';
import { useDesk } from './desk-context.js';

/** What is special about a question, above its text. Most have nothing. */
export function CardChips({ inquiry }: { inquiry: DeskInquiry }) {
  const t = useT('desk');
  const { list } = useFormat();
  const { session, lockOf } = useDesk();
  const { nextId, projection } = session.live;
  const lock = lockOf(inquiry.id);
  const chips = [
    lock && (
      <Chip key="lock" size="sm" kind="plum" icon={<IconPencil aria-hidden="true" />}>
        {t('card.locked', { name: calledName(lock.name) })}
      </Chip>
    ),
    inquiry.id === projection.inquiryId && (
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
  const isAnswering = inquiry.state === 'answering';
  if (chips.length === 0 && !isAnswering) return null;
  return (
    <div className={classes.line}>
      <span className={classes.chips}>{chips}</span>
      {isAnswering && <AnswerTimer inquiryId={inquiry.id} />}
    </div>
  );
}
