import { Checkbox, Radio, Switch, Textarea, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react';
import { useFormat, useT } from '../../platform/text/i18n.js';
import { Button } from '../../ui/form/button.js';
import { IconButton } from '../../ui/form/icon-button.js';
import { letterAt, MAX_OPTIONS } from '../question/option-letters.rules.js';
import classes from './answer-editor.module.css';
import { changedRow, freshKey, movedRow, withoutRow } from './form-rows.rules.js';
import type { OptionForm } from './question-form.rules.js';
import { optionShares, rightSum } from './question-request.rules.js';
import { shareText } from './decimal-text.rules.js';
import type { PartProps } from './answer-part.js';

/** The options of a choice question: texts, order, what is right, and what each is worth. */
export function OptionEditor({ form, onChange, errorOf }: PartProps) {
  const t = useT('question-bank');
  const { options, ownShares } = form;
  const add = () =>
    onChange({ options: [...options, { key: freshKey(options), text: '', right: false, share: '0' }] });
  // Whoever starts to set shares starts from those that hold now.
  const setOwnShares = (own: boolean) =>
    onChange({
      ownShares: own,
      options: own
        ? options.map((option, index) => ({ ...option, share: shareText(optionShares(form)[index] ?? 0) }))
        : options,
    });
  const error = errorOf('options');
  return (
    <fieldset className={classes.set}>
      <legend>{t('editor.options')}</legend>
      <p className={classes.hint}>
        {form.type === 'single_choice'
          ? t('editor.oneRight')
          : ownShares
            ? t('editor.ownHint')
            : t('editor.manyRight')}
      </p>
      <ol className={classes.rows}>
        {options.map((option, index) => (
          <OptionRow
            key={option.key}
            form={form}
            onChange={onChange}
            errorOf={errorOf}
            option={option}
            index={index}
          />
        ))}
      </ol>
      {error && (
        <p className={classes.error} role="alert">
          {error}
        </p>
      )}
      <div className={classes.foot}>
        {options.length < MAX_OPTIONS && (
          <Button size="sm" kind="soft" icon={<IconPlus />} onClick={add}>
            {t('editor.addOption')}
          </Button>
        )}
        <Switch
          label={t('editor.ownShares')}
          checked={ownShares}
          onChange={(event) => setOwnShares(event.currentTarget.checked)}
        />
      </div>
      {form.type === 'multiple_choice' && <ShareSum form={form} />}
    </fieldset>
  );
}

function ShareSum({ form }: { form: PartProps['form'] }) {
  const t = useT('question-bank');
  const { percent } = useFormat();
  const sum = rightSum(form);
  const full = Math.abs(sum - 1) < 0.005;
  return (
    <p className={classes.sum} data-full={full || undefined} role="status">
      {full ? t('editor.sumFull') : t('editor.sum', { sum: percent(sum) })}
    </p>
  );
}

type OptionRowProps = PartProps & { option: OptionForm; index: number };

function OptionRow({ form, onChange, errorOf, option, index }: OptionRowProps) {
  const t = useT('question-bank');
  const letter = letterAt(index);
  const { options, ownShares, type } = form;
  const change = (part: Partial<OptionForm>) => onChange({ options: changedRow(options, option.key, part) });
  const only = () => onChange({ options: options.map((row) => ({ ...row, right: row.key === option.key })) });
  const showsShare = ownShares && !(type === 'single_choice' && option.right);
  return (
    <li
      className={classes.row}
      data-right={(option.right && !(ownShares && type === 'multiple_choice')) || undefined}
    >
      {type === 'single_choice' ? (
        <Radio
          name="right-option"
          aria-label={t('editor.markRight', { letter })}
          checked={option.right}
          onChange={only}
        />
      ) : (
        !ownShares && (
          <Checkbox
            aria-label={t('editor.markRight', { letter })}
            checked={option.right}
            onChange={(event) => change({ right: event.currentTarget.checked })}
          />
        )
      )}
      <b className={classes.letter} aria-hidden="true">
        {letter}
      </b>
      <Textarea
        className={classes.grow}
        autosize
        minRows={1}
        maxLength={1000}
        aria-label={t('editor.option', { letter })}
        value={option.text}
        onChange={(event) => change({ text: event.currentTarget.value })}
        error={errorOf(`option.${option.key}`)}
      />
      {showsShare && (
        <TextInput
          className={classes.share}
          inputMode="decimal"
          aria-label={t('editor.share', { letter })}
          rightSection={'%'}
          value={option.share}
          onChange={(event) => change({ share: event.currentTarget.value })}
          onBlur={() =>
            type === 'multiple_choice' &&
            change({ right: !option.share.trim().startsWith('-') && option.share.trim() !== '0' })
          }
        />
      )}
      <span className={classes.tools}>
        <IconButton
          size="sm"
          label={t('editor.moveUp', { letter })}
          icon={<IconArrowUp />}
          disabled={index === 0}
          onClick={() => onChange({ options: movedRow(options, option.key, -1) })}
        />
        <IconButton
          size="sm"
          label={t('editor.moveDown', { letter })}
          icon={<IconArrowDown />}
          disabled={index === options.length - 1}
          onClick={() => onChange({ options: movedRow(options, option.key, 1) })}
        />
        <IconButton
          size="sm"
          label={t('editor.remove', { letter })}
          icon={<IconTrash />}
          disabled={options.length <= 2}
          onClick={() => onChange({ options: withoutRow(options, option.key) })}
        />
      </span>
    </li>
  );
}
