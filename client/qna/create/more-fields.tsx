import { Select, TagsInput, Textarea } from '@mantine/core';
import { IconAdjustmentsHorizontal, IconChevronDown } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { Link } from 'react-router';
import { MAX_LABELS, MAX_WORDS, moderationOrder } from '../../../shared/qna/session.schema.js';
import { useFormat, useT } from '../../platform/text/i18n.js';
import type { FieldsOf } from '../organise/form.js';
import { HolderSelects } from '../organise/holder-selects.js';
import { linesOf, refusalOf, textOf } from '../organise/lines.rules.js';
import { ANSWER_TIMES, PAUSES, SecondsSelect } from '../organise/seconds-select.js';
import classes from './create.module.css';
import { isAboutMore, type NewSessionValues } from './new-session.rules.js';
import { SwitchRow } from './who-fields.js';

type Fields = FieldsOf<NewSessionValues>;

/** All else, folded: the row says in one line what holds, and opens where something in it is wrong. */
export function MoreFields(props: Fields) {
  const t = useT('qna/create');
  const id = useId();
  const [opened, setOpened] = useState(false);
  const open = opened || isAboutMore(props.errors);
  const inUse = useInUse(props.values);
  return (
    <section className={classes.card} data-more="">
      <button
        type="button"
        className={classes.fold}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpened(!open)}
      >
        <IconAdjustmentsHorizontal aria-hidden="true" />
        <span className={classes.words}>
          <b>{t('more')}</b>
          {!open && <small>{inUse}</small>}
        </span>
        <IconChevronDown aria-hidden="true" className={classes.chevron} />
      </button>
      <div id={id} hidden={!open} className={classes.folded}>
        {open && <Fields {...props} />}
      </div>
    </section>
  );
}

/** The settings in force, in one line. */
function useInUse({ moderation, maxPerPerson, answerSeconds, held }: NewSessionValues): string {
  const t = useT('qna/create');
  const { durationLeft, number } = useFormat();
  return [
    t(`inUse.${moderation}`),
    maxPerPerson === null ? t('inUse.noLimit') : t('inUse.limit', { shown: number(maxPerPerson) }),
    answerSeconds === null
      ? t('inUse.noTimer')
      : t('inUse.timer', { time: durationLeft(answerSeconds * 1000) }),
    ...(held ? [t('inUse.held')] : []),
  ].join(', ');
}

const LIMITS = [1, 2, 3, 5, 10];
const NO_LIMIT = 'none';

function Fields({ values, errors, change }: Fields) {
  const t = useT('qna/create');
  const { number } = useFormat();
  const counts = [...new Set([...LIMITS, ...(values.maxPerPerson === null ? [] : [values.maxPerPerson])])];
  return (
    <>
      <Textarea
        label={t('description')}
        placeholder={t('descriptionHint')}
        autosize
        minRows={2}
        maxLength={2000}
        value={values.description}
        onChange={(event) => change({ description: event.currentTarget.value })}
        error={refusalOf(errors, 'description')}
      />
      <div className={classes.pair}>
        <Select
          label={t('moderation')}
          allowDeselect={false}
          data={moderationOrder.options.map((order) => ({ value: order, label: t(`order.${order}`) }))}
          value={values.moderation}
          onChange={(order) =>
            change({ moderation: moderationOrder.options.find((one) => one === order) ?? values.moderation })
          }
        />
        <SecondsSelect
          label={t('answerTime')}
          offered={ANSWER_TIMES}
          value={values.answerSeconds}
          none={{ seconds: null, label: t('noTimer') }}
          onChange={(answerSeconds) => change({ answerSeconds })}
          error={refusalOf(errors, 'answerSeconds')}
        />
        <Select
          label={t('perPerson')}
          allowDeselect={false}
          data={[
            { value: NO_LIMIT, label: t('noLimit') },
            ...counts.map((count) => ({
              value: String(count),
              label: t('limit', { count, shown: number(count) }),
            })),
          ]}
          value={values.maxPerPerson === null ? NO_LIMIT : String(values.maxPerPerson)}
          onChange={(count) => change({ maxPerPerson: count === NO_LIMIT ? null : Number(count) })}
        />
        <SecondsSelect
          label={t('pause')}
          offered={PAUSES}
          value={values.slowModeSeconds}
          none={{ seconds: 0, label: t('noPause') }}
          onChange={(seconds) => change({ slowModeSeconds: seconds ?? 0 })}
          error={refusalOf(errors, 'slowModeSeconds')}
        />
      </div>
      <Tags
        label={t('labels')}
        placeholder={t('addLabel')}
        most={MAX_LABELS}
        value={values.labels}
        onChange={(labels) => change({ labels })}
        error={refusalOf(errors, 'labels')}
      />
      <Tags
        label={t('words')}
        description={t('wordsHint')}
        placeholder={t('addWord')}
        most={MAX_WORDS}
        value={values.words}
        onChange={(words) => change({ words })}
        error={refusalOf(errors, 'words')}
      />
      <KeyHolding values={values} errors={errors} change={change} />
    </>
  );
}

type TagsProps = {
  label: string;
  description?: string;
  placeholder: string;
  most: number;
  /** One a line. */
  value: string;
  onChange: (value: string) => void;
  error?: string;
};

function Tags({ value, onChange, most, placeholder, ...field }: TagsProps) {
  const tags = linesOf(value);
  return (
    <TagsInput
      {...field}
      maxTags={most}
      placeholder={tags.length < most ? placeholder : ''}
      acceptValueOnBlur
      value={tags}
      onChange={(next) => onChange(textOf(next))}
      // The field around it shows the focus.
      styles={{ inputField: { outline: 'none' } }}
    />
  );
}

/** The other level of anonymity: two people together can open a name. */
function KeyHolding(props: Fields) {
  const t = useT('qna/create');
  const { values, change } = props;
  return (
    <div className={classes.keys}>
      <SwitchRow
        label={t('keys.title')}
        hint={t('keys.hint')}
        checked={values.held}
        onChange={(held) => change({ held })}
      />
      {values.held && (
        <>
          <HolderSelects {...props} />
          <p className={classes.note}>
            {t('keys.own')} <Link to="/qna/keys">{t('keys.page')}</Link>
          </p>
        </>
      )}
    </div>
  );
}
