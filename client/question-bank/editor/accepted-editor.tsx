import { Switch, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useT } from '../../platform/text/i18n.js';
import { Button } from '../../ui/form/button.js';
import { IconButton } from '../../ui/form/icon-button.js';
import { Segmented } from '../../ui/form/segmented.js';
import classes from './answer-editor.module.css';
import { changedRow, freshKey, withoutRow } from './form-rows.rules.js';
import type { PartProps } from './answer-part.js';

const MAX_NUMBERS = 20;
const MAX_TEXTS = 50;

export function TruthEditor({ form, onChange }: PartProps) {
  const t = useT('question-bank');
  return (
    <fieldset className={classes.set}>
      <legend>{t('editor.answer')}</legend>
      <Segmented
        label={t('editor.answer')}
        value={form.correct ? 'true' : 'false'}
        onChange={(value) => onChange({ correct: value === 'true' })}
        options={[
          { value: 'true', label: t('key.true') },
          { value: 'false', label: t('key.false') },
        ]}
      />
    </fieldset>
  );
}

/** Accepted values, each within a distance and for a share of the points. */
export function NumberEditor({ form, onChange, errorOf }: PartProps) {
  const t = useT('question-bank');
  const { numbers } = form;
  const change = (key: number, part: Partial<(typeof numbers)[number]>) =>
    onChange({ numbers: changedRow(numbers, key, part) });
  const add = () =>
    onChange({
      numbers: [...numbers, { key: freshKey(numbers), value: '', tolerance: '0', credit: '50' }],
    });
  return (
    <fieldset className={classes.set}>
      <legend>{t('editor.numbers')}</legend>
      <ol className={classes.rows}>
        {numbers.map((row, index) => (
          <li key={row.key} className={classes.fields}>
            <TextInput
              className={classes.grow}
              inputMode="decimal"
              label={t('editor.value')}
              value={row.value}
              onChange={(event) => change(row.key, { value: event.currentTarget.value })}
              error={errorOf(`number.${row.key}`)}
            />
            <TextInput
              className={classes.grow}
              inputMode="decimal"
              label={t('editor.tolerance')}
              value={row.tolerance}
              onChange={(event) => change(row.key, { tolerance: event.currentTarget.value })}
            />
            <Credit value={row.credit} onChange={(credit) => change(row.key, { credit })} />
            <RemoveRow
              label={t('editor.removeAnswer', { number: index + 1 })}
              onRemove={numbers.length > 1 ? () => onChange({ numbers: withoutRow(numbers, row.key) }) : null}
            />
          </li>
        ))}
      </ol>
      <SetError text={errorOf('numbers')} />
      <div className={classes.foot}>
        {numbers.length < MAX_NUMBERS && <AddRow onAdd={add} />}
        <TextInput
          label={t('editor.unit')}
          maxLength={40}
          value={form.unit}
          onChange={(event) => onChange({ unit: event.currentTarget.value })}
        />
      </div>
    </fieldset>
  );
}

/** Accepted texts, and whether accents and case count. */
export function TextEditor({ form, onChange, errorOf }: PartProps) {
  const t = useT('question-bank');
  const { texts } = form;
  const change = (key: number, part: Partial<(typeof texts)[number]>) =>
    onChange({ texts: changedRow(texts, key, part) });
  return (
    <fieldset className={classes.set}>
      <legend>{t('editor.texts')}</legend>
      <p className={classes.hint}>{t('editor.textsHint')}</p>
      <ol className={classes.rows}>
        {texts.map((row, index) => (
          <li key={row.key} className={classes.fields}>
            <TextInput
              className={classes.grow}
              label={t('editor.accepted', { number: index + 1 })}
              maxLength={300}
              value={row.text}
              onChange={(event) => change(row.key, { text: event.currentTarget.value })}
              error={errorOf(`text.${row.key}`)}
            />
            <Credit value={row.credit} onChange={(credit) => change(row.key, { credit })} />
            <RemoveRow
              label={t('editor.removeAnswer', { number: index + 1 })}
              onRemove={texts.length > 1 ? () => onChange({ texts: withoutRow(texts, row.key) }) : null}
            />
          </li>
        ))}
      </ol>
      <SetError text={errorOf('texts')} />
      <div className={classes.foot}>
        {texts.length < MAX_TEXTS && (
          <AddRow
            onAdd={() => onChange({ texts: [...texts, { key: freshKey(texts), text: '', credit: '100' }] })}
          />
        )}
      </div>
      <div className={classes.switches}>
        <Switch
          label={t('editor.accentSensitive')}
          checked={form.accentSensitive}
          onChange={(event) => onChange({ accentSensitive: event.currentTarget.checked })}
        />
        <Switch
          label={t('editor.caseSensitive')}
          checked={form.caseSensitive}
          onChange={(event) => onChange({ caseSensitive: event.currentTarget.checked })}
        />
      </div>
    </fieldset>
  );
}

function Credit({ value, onChange }: { value: string; onChange: (credit: string) => void }) {
  const t = useT('question-bank');
  return (
    <TextInput
      className={classes.share}
      inputMode="decimal"
      label={t('editor.credit')}
      rightSection={'%'}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

function RemoveRow({ label, onRemove }: { label: string; onRemove: (() => void) | null }) {
  return (
    <IconButton
      className={classes.remove}
      label={label}
      icon={<IconTrash />}
      disabled={onRemove === null}
      onClick={onRemove ?? undefined}
    />
  );
}

function AddRow({ onAdd }: { onAdd: () => void }) {
  const t = useT('question-bank');
  return (
    <Button size="sm" kind="soft" icon={<IconPlus />} onClick={onAdd}>
      {t('editor.addAnswer')}
    </Button>
  );
}

function SetError({ text }: { text: string | undefined }) {
  return text ? (
    <p className={classes.error} role="alert">
      {text}
    </p>
  ) : null;
}
