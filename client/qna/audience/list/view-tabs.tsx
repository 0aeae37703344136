import { useSearchParams } from 'react-router';
import { useFormat, useT } from '../../../platform/text/i18n.js';
import { Segmented } from '../../../ui/form/segmented.js';
import classes from './view-tabs.module.css';
import { INITIAL_VIEW, TABS, viewOf, type Tab, type View } from './view.rules.js';

type ViewTabsProps = { view: View; answered: number; onChange: (view: View) => void };

export function ViewTabs({ view, answered, onChange }: ViewTabsProps) {
  const t = useT('qna/audience');
  const { number } = useFormat();
  return (
    <div className={classes.tabs}>
      <Segmented<Tab>
        block
        label={t('tabs.label')}
        value={view.tab}
        onChange={(tab) => onChange({ ...view, tab })}
        options={TABS.map((value) => ({ value, label: t(`tabs.${value}`) }))}
      />
      {view.tab !== 'own' && (answered > 0 || view.show === 'answered') && (
        <div className={classes.show} role="group" aria-label={t('show.label')}>
          {(['open', 'answered'] as const).map((show) => (
            <button
              key={show}
              type="button"
              aria-pressed={view.show === show}
              onClick={() => onChange({ ...view, show })}
            >
              {show === 'open' ? t('show.open') : t('show.answered', { shown: number(answered) })}
            </button>
          ))}
        </div>
      )}
      {view.tab === 'fair' && <p className={classes.about}>{t('fair.about')}</p>}
    </div>
  );
}

/** Which questions are looked at; in the address, so that a reload and a link keep it. */
export function useView() {
  const [params, setParams] = useSearchParams();
  const setView = (view: View) =>
    setParams(
      (before) => {
        const after = new URLSearchParams(before);
        for (const name of ['tab', 'show'] as const) {
          if (view[name] === INITIAL_VIEW[name]) after.delete(name);
          else after.set(name, view[name]);
        }
        return after;
      },
      { replace: true, preventScrollReset: true },
    );
  return { view: viewOf(params.get('tab'), params.get('show')), setView };
}
