import { Checkbox, Select, TagsInput, Textarea } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ChangePreview } from '../../../shared/question-bank/question-change.schema.js';
import { LEVELS, REVIEW_STATES } from '../../../shared/question-bank/question.schema.js';
import { useFormat, useT } from '../../platform/text/i18n.js';
import { Button } from '../../ui/form/button.js';
import { planKey, previewChange, type SelectedQuestions } from '../question/question.api.js';
import { questionWords } from '../question/question-words.js';
import { TopicField } from '../question/topic-field.js';
import { changeOf, levelOf, stateOf, UNTOUCHED, type BulkForm } from './bulk-form.rules.js';
import classes from './bulk-panel.module.css';
import type { BulkActions } from './use-bulk-actions.js';

const PAUSE_MS = 300;

type BulkPanelProps = { selection: SelectedQuestions; actions: BulkActions; onDone: () => void };

/** One change for all that is chosen: each field stays as it is until it is touched, and what will change is told before. */
export function BulkPanel({ selection, actions, onDone }: BulkPanelProps) {
  const [form, setForm] = useState(UNTOUCHED);
  const [settled] = useDebouncedValue(form, PAUSE_MS);
  const plan = useQuery({
    queryKey: [...planKey, selection, changeOf(settled) ?? null],
    queryFn: ({ signal }) => previewChange(selection, changeOf(settled), signal),
    placeholderData: keepPreviousData,
  });
  const change = changeOf(form);
  const isCurrent = settled === form && !plan.isPlaceholderData;
  const apply = async () => {
    if (change && (await actions.apply(selection, change))) onDone();
  };
  return (
    <>
      <div className={classes.fields}>
        <Fields form={form} plan={plan.data} onChange={(part) => setForm({ ...form, ...part })} />
      </div>
      <footer className={classes.foot}>
        {plan.data && change && <WillChange plan={plan.data} />}
        <ApplyButton
          count={change && isCurrent ? plan.data?.will.changed : undefined}
          isTouched={change !== undefined}
          busy={actions.busy}
          onApply={() => void apply()}
        />
      </footer>
    </>
  );
}

type FieldsProps = {
  form: BulkForm;
  plan: ChangePreview | undefined;
  onChange: (part: Partial<BulkForm>) => void;
};

function Fields({ form, plan, onChange }: FieldsProps) {
  const t = useT('question-bank');
  const { number } = useFormat();
  const words = questionWords(t);
  const now = usePresent(plan);
  return (
    <>
      <Select
        label={t('list.level')}
        placeholder={t('bulk.keep')}
        clearable
        classNames={touched(form.level !== '')}
        data={LEVELS.map((value) => ({ value, label: words.level(value) }))}
        value={form.level || null}
        onChange={(value) => onChange({ level: levelOf(value) })}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        description={now.levels}
      />
      <TopicField
        label={t('list.topic')}
        placeholder={t('bulk.keep')}
        value={form.topic}
        onChange={(topic) => onChange({ topic })}
        description={now.topics}
      />
      <div>
        <Textarea
          label={t('detail.source')}
          classNames={touched(form.source !== '')}
          placeholder={t('bulk.keep')}
          autosize
          minRows={1}
          maxLength={1000}
          value={form.source}
          onChange={(event) => onChange({ source: event.currentTarget.value.replaceAll('\n', ' ') })}
        />
        <Checkbox
          mt="xs"
          label={t('bulk.onlyMissing', { count: now.missing, number: number(now.missing) })}
          checked={form.onlyMissing}
          onChange={(event) => onChange({ onlyMissing: event.currentTarget.checked })}
        />
      </div>
      <TagsInput
        label={t('bulk.addTags')}
        classNames={touched(form.addTags.length > 0)}
        placeholder={form.addTags.length === 0 ? t('bulk.keep') : undefined}
        maxTags={20}
        value={form.addTags}
        onChange={(tags) => onChange({ addTags: tidyTags(tags) })}
      />
      <TagsInput
        label={t('bulk.removeTags')}
        classNames={touched(form.removeTags.length > 0)}
        placeholder={form.removeTags.length === 0 ? t('bulk.keep') : undefined}
        maxTags={20}
        data={now.tagNames}
        value={form.removeTags}
        onChange={(tags) => onChange({ removeTags: tidyTags(tags) })}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        description={now.tags}
      />
      <Select
        label={t('list.state')}
        classNames={touched(form.state !== '')}
        placeholder={t('bulk.keep')}
        clearable
        data={REVIEW_STATES.map((value) => ({ value, label: words.state(value) }))}
        value={form.state || null}
        onChange={(value) => onChange({ state: stateOf(value) })}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        description={now.states}
      />
    </>
  );
}

const MOST_NAMED = 4;

/** What the chosen questions are, in words. */
function usePresent(plan: ChangePreview | undefined) {
  const t = useT('question-bank');
  const { number } = useFormat();
  const words = questionWords(t);
  const told = (counts: { name: string; count: number }[]) => {
    const parts = counts
      .filter(({ count }) => count > 0)
      .map(({ name, count }) => `${number(count)} ${name}`);
    return parts.length > 0 ? t('bulk.now', { parts: parts.slice(0, MOST_NAMED).join(', ') }) : undefined;
  };
  if (!plan) return { missing: 0, tagNames: [] };
  const { levels, states, topics, tags, withoutSource } = plan.now;
  return {
    levels: told(LEVELS.map((level) => ({ name: words.level(level), count: levels[level] }))),
    states: told(REVIEW_STATES.map((state) => ({ name: words.state(state), count: states[state] }))),
    topics: told(topics),
    tags: told(tags),
    tagNames: tags.map(({ name }) => name),
    missing: withoutSource,
  };
}

/** What will not stay as it is, is seen from afar. */
const touched = (is: boolean) => (is ? { input: classes.touched ?? '' } : undefined);
const tidyTags = (tags: string[]) => tags.map((tag) => tag.trim().slice(0, 60)).filter(Boolean);

function WillChange({ plan: { will, refused } }: { plan: ChangePreview }) {
  const t = useT('question-bank');
  const { number } = useFormat();
  const parts = (['level', 'topic', 'source', 'tags', 'state'] as const)
    .filter((field) => will[field] > 0)
    .map((field) => t(`bulk.will.${field}`, { count: will[field], number: number(will[field]) }));
  return (
    <p className={classes.will} role="status">
      <b>{parts.length > 0 ? parts.join(', ') : t('bulk.nothing')}.</b>{' '}
      {will.inPapers > 0 && t('bulk.inPapers', { count: will.inPapers, number: number(will.inPapers) })}{' '}
      {refused > 0 && t('refused.count', { count: refused, number: number(refused) })}
    </p>
  );
}

type ApplyButtonProps = {
  /** How many would change; undefined while nobody knows. */
  count: number | undefined;
  isTouched: boolean;
  busy: boolean;
  onApply: () => void;
};

function ApplyButton({ count, isTouched, busy, onApply }: ApplyButtonProps) {
  const t = useT('question-bank');
  const { number } = useFormat();
  const isReady = count !== undefined && count > 0;
  const words = !isTouched
    ? t('bulk.untouched')
    : count === undefined
      ? t('bulk.counting')
      : t('bulk.apply', { count, number: number(count) });
  return (
    <Button
      kind="primary"
      block
      busy={busy}
      busyText={t('bulk.applying')}
      aria-disabled={!isReady}
      onClick={() => isReady && onApply()}
    >
      {words}
    </Button>
  );
}
