import { IconCheck, IconHourglass, IconLockOpen } from '@tabler/icons-react';
import type { Opening } from '../../../shared/qna/opening.schema.js';
import { useFormat, useT } from '../../platform/text/i18n.js';
import { Chip } from '../../ui/data/chip.js';
import classes from './keys.module.css';
import { OpenLayer } from './open-layer.js';
import { ReadAuthor } from './read-author.js';

/** One name somebody wants to know: of which question, why, and how far the two have come. */
export function OpeningCard({ opening }: { opening: Opening }) {
  const t = useT('qna/keys');
  const { dateTime } = useFormat();
  const { text, reason, requestedBy, requestedAt, sessionTitle, stage, box } = opening;
  return (
    <li className={classes.opening}>
      <div className={classes.head}>
        <small>{sessionTitle}</small>
        <StageChip opening={opening} />
      </div>
      <blockquote>{text}</blockquote>
      <dl className={classes.facts}>
        <div>
          <dt>{t('openings.reason')}</dt>
          <dd>{reason}</dd>
        </div>
        <div>
          <dt>{t('openings.asked')}</dt>
          <dd>{t('openings.askedBy', { name: requestedBy, at: dateTime(requestedAt) })}</dd>
        </div>
      </dl>
      {stage !== 'opened' && box !== null && <OpenLayer opening={opening} box={box} />}
      {stage === 'opened' && box !== null && <ReadAuthor box={box} />}
    </li>
  );
}

function StageChip({ opening: { stage, holders, box } }: { opening: Opening }) {
  const t = useT('qna/keys');
  if (stage === 'opened') {
    return (
      <Chip kind="teal" icon={<IconCheck size={16} />}>
        {t('stage.opened')}
      </Chip>
    );
  }
  if (box !== null) {
    return (
      <Chip kind="now" icon={<IconLockOpen size={16} />}>
        {t('stage.yours')}
      </Chip>
    );
  }
  return (
    <Chip kind="plain" icon={<IconHourglass size={16} />}>
      {t('stage.waits', { name: holders[stage === 'outer' ? 0 : 1].name })}
    </Chip>
  );
}
