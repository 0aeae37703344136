import { IconGitMerge } from '@tabler/icons-react';
import { useT } from '../../../platform/text/i18n.js';
import { Button } from '../../../ui/form/button.js';
import { KeyHint } from '../../../ui/data/key-hint.js';
import type { Row } from '../hand/columns.rules.js';
import { useDesk } from '../state/desk-context.js';
import classes from './pair-hint.module.css';
import { usePlace } from '../hand/use-desk-focus.js';

/** Two questions look alike. It is only said; whoever reads them decides. */
export function PairHint({ row }: { row: Extract<Row, { kind: 'pair' }> }) {
  const t = useT('qna/desk');
  const { actions, pairs, current, focus, lockOf } = useDesk();
  const { pair, inquiry, other } = row;
  const isAtHand = usePlace(focus, () => {
    const id = current()?.id;
    return id === pair.one || id === pair.other;
  });
  const isLocked = lockOf(pair.one) !== null || lockOf(pair.other) !== null;
  return (
    <section className={classes.hint} aria-label={t('pair.label')}>
      <p className={classes.title}>
        <IconGitMerge aria-hidden="true" />
        {other === null ? t('pair.both') : t('pair.elsewhere')}
      </p>
      {other !== null && <p className={classes.quote}>{t('pair.quote', { text: other.text })}</p>}
      <p className={classes.sum}>
        {pair.votes === 0
          ? t('pair.noVotes')
          : t('pair.sum', { votes: pair.votes, voters: pair.voters, count: pair.voters })}
      </p>
      {!isLocked && (
        <div className={classes.actions}>
          <Button
            kind="primary"
            size="xs"
            onClick={() =>
              actions.open({
                kind: 'merge',
                inquiryIds: [inquiry.id, pair.one === inquiry.id ? pair.other : pair.one],
              })
            }
            iconAfter={
              isAtHand && (
                <span className={classes.key} aria-hidden="true">
                  <KeyHint keys="M" />
                </span>
              )
            }
          >
            {t('act.merge')}
          </Button>
          <Button kind="ghost" size="xs" onClick={() => pairs.keepApart(pair)}>
            {t('act.apart')}
          </Button>
        </div>
      )}
    </section>
  );
}
