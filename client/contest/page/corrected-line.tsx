import { IconPencil } from '@tabler/icons-react';
import type { CorrectableText } from '../../../shared/contest/contest-life.schema.js';
import type { ContestView } from '../../../shared/contest/contest.schema.js';
import { useFormat, useT } from '../../platform/text/i18n.js';
import classes from './rules.module.css';

type CorrectedLineProps = { contest: Pick<ContestView, 'corrected'>; field: CorrectableText };

/** That a text is another one than at the opening, and since when. */
export function CorrectedLine({ contest, field }: CorrectedLineProps) {
  const t = useT('contest');
  const { dateTime } = useFormat();
  const found = contest.corrected.find((one) => one.field === field);
  if (!found) return null;
  return (
    <p className={classes.corrected}>
      <IconPencil aria-hidden="true" />
      {t('corrected', { at: dateTime(found.at) })}
    </p>
  );
}
