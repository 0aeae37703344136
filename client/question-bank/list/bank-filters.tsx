import { IconX } from '@tabler/icons-react';
import { LEVELS, QUESTION_TYPES, REVIEW_STATES } from '../../../shared/question-bank/question.schema.js';
import { useT } from '../../platform/text/i18n.js';
import { Button } from '../../ui/form/button.js';
import { FilterMenu } from '../../ui/data/filter-menu.js';
import { SearchField } from '../../ui/form/search-field.js';
import { useTopics, type BankFilter } from '../question/question.api.js';
import { questionWords } from '../question/question-words.js';
import classes from './bank-filters.module.css';

type BankFiltersProps = { filter: BankFilter; onChange: (change: Partial<BankFilter>) => void };

export function BankFilters({ filter, onChange }: BankFiltersProps) {
  const t = useT('question-bank');
  const words = questionWords(t);
  const topics = useTopics();
  const topicOptions = (topics.data?.items ?? []).map((topic) => ({
    value: topic.id,
    label: topic.name,
    count: topic.questionCount,
  }));
  return (
    <div className={classes.row}>
      <div className={classes.search}>
        <SearchField label={t('list.search')} value={filter.q} onChange={(q) => onChange({ q })} />
      </div>
      <FilterMenu
        label={t('list.topic')}
        options={topicOptions}
        chosen={filter.topics.filter((id) => topicOptions.some((option) => option.value === id))}
        onChange={(chosen) => onChange({ topics: chosen })}
      />
      <FilterMenu
        label={t('list.level')}
        options={LEVELS.map((value) => ({ value, label: words.level(value) }))}
        chosen={LEVELS.filter((value) => filter.levels.includes(value))}
        onChange={(levels) => onChange({ levels })}
      />
      <FilterMenu
        label={t('list.type')}
        options={QUESTION_TYPES.map((value) => ({ value, label: words.type(value) }))}
        chosen={QUESTION_TYPES.filter((value) => filter.types.includes(value))}
        onChange={(types) => onChange({ types })}
      />
      <FilterMenu
        label={t('list.state')}
        options={REVIEW_STATES.map((value) => ({ value, label: words.state(value) }))}
        chosen={REVIEW_STATES.filter((value) => filter.states.includes(value))}
        onChange={(states) => onChange({ states })}
      />
      {filter.import !== '' && (
        <Button size="sm" kind="soft" iconAfter={<IconX />} onClick={() => onChange({ import: '' })}>
          {t('list.imported')}
        </Button>
      )}
    </div>
  );
}
