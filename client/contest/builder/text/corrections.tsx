import { useT, useFormat } from '../../../platform/text/i18n.js';
import { QueryStates } from '../../../ui/feedback/query-states.js';
import { RowBones } from '../../../ui/feedback/skeletons.js';
import { Button } from '../../../ui/form/button.js';
import { Panel } from '../../../ui/layout/panel.js';
import { useCorrections } from '../draft/life.api.js';
import classes from './texts.module.css';

/** What was corrected after publication, by whom, and what stood there before. */
export function Corrections({ contestId }: { contestId: string }) {
  const t = useT('contest/builder');
  const { dateTime } = useFormat();
  const list = useCorrections(contestId);
  return (
    <Panel title={t('corrections.title')}>
      <QueryStates
        query={list}
        texts="contest/builder"
        failed={t('corrections.failed')}
        loading={<RowBones rows={2} />}
        empty={({ pages }) =>
          pages.every(({ items }) => items.length === 0) && (
            <p className={classes.hint}>{t('corrections.none')}</p>
          )
        }
      >
        {({ pages }) => (
          <ul className={classes.corrections}>
            {pages
              .flatMap(({ items }) => items)
              .map((one) => (
                <li key={one.id}>
                  <details>
                    <summary>
                      {t('corrections.line', {
                        at: dateTime(one.at),
                        by: one.by,
                        what: t(`corrections.${one.field}`),
                      })}
                    </summary>
                    <p>{t('corrections.before')}</p>
                    <blockquote>{one.before || t('corrections.empty')}</blockquote>
                    <p>{t('corrections.after')}</p>
                    <blockquote>{one.after || t('corrections.empty')}</blockquote>
                  </details>
                </li>
              ))}
          </ul>
        )}
      </QueryStates>
      {list.hasNextPage && (
        <Button size="sm" busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('list.more')}
        </Button>
      )}
    </Panel>
  );
}
