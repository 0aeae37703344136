import { IconCircleCheck, IconCircleX, IconGitMerge, IconArrowBackUp } from '@tabler/icons-react';
import type { DeskInquiry, InquiryState } from '../../../../shared/qna/inquiry.schema.js';
import { useT } from '../../../platform/text/i18n.js';
import type { Row } from '../hand/columns.rules.js';
import { useDesk } from '../state/desk-context.js';
import { useTaker } from '../state/taker.js';
import classes from './gone-line.module.css';

const icons: Partial<Record<InquiryState, typeof IconCircleCheck>> = {
  declined: IconCircleX,
  withdrawn: IconCircleX,
  merged: IconGitMerge,
  pending: IconArrowBackUp,
};

/** What is left of a card that went while its place was held: which one it was, and who did what with it. */
export function GoneLine({ row }: { row: Extract<Row, { kind: 'gone' }> }) {
  const t = useT('qna/desk');
  const { find } = useDesk();
  const now = find(row.inquiry.id) ?? row.inquiry;
  const Icon = icons[now.state] ?? IconCircleCheck;
  const happened = useHappened(now, row.by);
  return (
    <p className={classes.line} data-gone={now.state}>
      <Icon aria-hidden="true" />
      <span className={classes.words}>
        <strong>{t('taken.quote', { text: row.inquiry.text })}</strong>
        <span role={row.atHand ? 'status' : undefined}>{happened}</span>
      </span>
    </p>
  );
}

function useHappened(now: DeskInquiry, by: 'own' | 'other'): string {
  const t = useT('qna/desk');
  const taker = useTaker(now, by === 'other' && now.state !== 'withdrawn');
  if (by === 'own') return t(`taken.own.${now.state}`);
  return taker ? t(`taken.by.${now.state}`, { by: taker.actor }) : t(`taken.unknown.${now.state}`);
}
