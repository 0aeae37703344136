import type { DeskInquiry } from '../../../../shared/qna/inquiry.schema.js';
import { useT } from '../../../platform/text/i18n.js';
import { Button } from '../../../ui/form/button.js';
import { Sheet } from '../../../ui/layout/sheet.js';
import { useDesk } from '../state/desk-context.js';
import { mayMove } from '../state/desk-may.rules.js';
import { Quote } from './dialog-frame.js';
import classes from './family-dialog.module.css';

/** What was merged into a question, each of which can be split off again. */
export function FamilyDialog({ inquiry }: { inquiry: DeskInquiry }) {
  const t = useT('qna/desk');
  const { all, role, actions } = useDesk();
  const family = all.aside.filter((one) => one.state === 'merged' && one.mergedInto === inquiry.id);
  return (
    <Sheet open title={t('family.title', { count: family.length })} onClose={actions.close}>
      <Quote>{inquiry.text}</Quote>
      {family.length === 0 && <p className={classes.none}>{t('family.none')}</p>}
      <ul className={classes.list}>
        {family.map((one) => (
          <li key={one.id} className={classes.row}>
            <div>
              <p className={classes.text}>{one.text}</p>
              <p className={classes.who}>
                {t('merge.line', { who: one.author?.name ?? t('card.anonymous'), count: one.votes })}
              </p>
            </div>
            {mayMove(role, 'split', one) && (
              <Button size="sm" onClick={() => actions.make('split', one)}>
                {t('act.split')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
