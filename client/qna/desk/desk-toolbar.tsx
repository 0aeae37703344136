import { IconArchive } from '@tabler/icons-react';
import { useMemo } from 'react';
import type { DeskInquiry } from '../../../shared/qna/inquiry.schema.js';
import { useFormat, useT } from '../../platform/text/i18n.js';
import { Count } from '../../ui/data/chip.js';
import { FilterMenu } from '../../ui/data/filter-menu.js';
import { SearchField } from '../../ui/form/search-field.js';
import { meanSeconds } from './hand/columns.rules.js';
import { useDesk } from './state/desk-context.js';
import { answererOf, countedNames, has, TRAITS } from './state/desk-filter.rules.js';
import { SEARCH_ID } from './desk-keys.js';
import classes from './desk-toolbar.module.css';
import type { DeskFilterState } from './state/use-desk-filter.js';

type DeskToolbarProps = {
  filter: DeskFilterState;
  aside: { shown: boolean; show: (shown: boolean) => void };
  /** On phones it takes the place of cards, so it is there only when asked for. */
  open: boolean;
};

/** Finding among many: search, filters, and how the session stands in numbers. */
export function DeskToolbar({ filter: { value, change }, aside, open }: DeskToolbarProps) {
  const t = useT('qna/desk');
  const { number } = useFormat();
  const { all } = useDesk();
  const inquiries = useMemo(() => Object.values(all).flat(), [all]);
  const options = useOptions(inquiries);
  return (
    <section className={classes.bar} data-open={open || undefined} aria-label={t('filter.label')}>
      <div className={classes.search} id={SEARCH_ID}>
        <SearchField
          label={t('filter.search', { count: inquiries.length, shown: number(inquiries.length) })}
          value={value.text}
          onChange={(text) => change({ text })}
        />
      </div>
      <div className={classes.filters}>
        {options.labels.length > 0 && (
          <FilterMenu
            label={t('filter.labels')}
            options={options.labels}
            chosen={value.labels}
            onChange={(labels) => change({ labels })}
          />
        )}
        {options.answerers.length > 0 && (
          <FilterMenu
            label={t('filter.answerers')}
            options={options.answerers}
            chosen={value.answerers}
            onChange={(answerers) => change({ answerers })}
          />
        )}
        <FilterMenu
          label={t('filter.traits')}
          options={options.traits}
          chosen={value.traits}
          onChange={(traits) => change({ traits })}
        />
        <button
          type="button"
          className={classes.toggle}
          data-on={aside.shown || undefined}
          aria-pressed={aside.shown}
          onClick={() => aside.show(!aside.shown)}
        >
          <IconArchive aria-hidden="true" />
          {t('filter.aside')}
          <Count value={all.aside.length} />
        </button>
      </div>
      <Figures inquiries={inquiries} />
    </section>
  );
}

function useOptions(inquiries: DeskInquiry[]) {
  const t = useT('qna/desk');
  const { session } = useDesk();
  return useMemo(() => {
    const named = (names: string[]) =>
      countedNames(names).map(({ name, count }) => ({ value: name, label: name, count }));
    const used = named(inquiries.flatMap((inquiry) => inquiry.labels));
    const unused = session.labels.filter((label) => !used.some((option) => option.value === label));
    return {
      labels: [...used, ...unused.map((label) => ({ value: label, label, count: 0 }))],
      answerers: named(inquiries.map(answererOf)),
      traits: TRAITS.map((trait) => ({
        value: trait,
        label: t(`trait.${trait}`),
        count: inquiries.filter(has[trait]).length,
      })),
    };
  }, [inquiries, session.labels, t]);
}

function Figures({ inquiries }: { inquiries: DeskInquiry[] }) {
  const t = useT('qna/desk');
  const { number, durationUsed } = useFormat();
  const { live } = useDesk().session;
  const mean = meanSeconds(inquiries);
  return (
    <dl className={classes.figures}>
      <div>
        <dt>{t('figures.inquiries', { count: inquiries.length })}</dt>
        <dd className="num" translate="no">
          {number(inquiries.length)}
        </dd>
      </div>
      <div>
        <dt>{t('figures.votes', { count: live.counts.votes })}</dt>
        <dd className="num" translate="no">
          {number(live.counts.votes)}
        </dd>
      </div>
      {mean !== null && (
        <div data-label-first="">
          <dt>{t('figures.mean')}</dt>
          <dd className="num" translate="no">
            {durationUsed(mean * 1000)}
          </dd>
        </div>
      )}
    </dl>
  );
}
