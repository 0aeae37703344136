import { Checkbox, Select, Switch, TextInput } from '@mantine/core';
import { IconAlertCircle, IconUser } from '@tabler/icons-react';
import { useState } from 'react';
import { useT } from '../platform/text/i18n.js';
import { ChoiceRow, ChoiceVerdict } from '../ui/form/choice-row.js';
import { FilterMenu } from '../ui/data/filter-menu.js';
import { NumberStepper } from '../ui/form/number-stepper.js';
import { Panel } from '../ui/layout/panel.js';
import { SearchField } from '../ui/form/search-field.js';
import { Segmented } from '../ui/form/segmented.js';
import { Stepper } from '../ui/layout/stepper.js';
import classes from './kit.module.css';

export function KitChoices() {
  const t = useT('dev');
  const [choice, setChoice] = useState('B');
  const [many, setMany] = useState(true);
  return (
    <Panel title={t('choices.title')}>
      <div className={classes.column}>
        {['A', 'B'].map((letter) => (
          <ChoiceRow
            key={letter}
            type="radio"
            name="kit-choice"
            letter={letter}
            checked={choice === letter}
            onChange={() => setChoice(letter)}
          >
            {choice === letter ? t('choices.chosen') : t('choices.rest')}
          </ChoiceRow>
        ))}
        <ChoiceRow type="checkbox" name="kit-many" letter="C" checked={many} onChange={setMany}>
          {t('choices.many')}
        </ChoiceRow>
        <ChoiceVerdict letter="A" verdict="right" note={t('choices.rightNote')}>
          {t('choices.right')}
        </ChoiceVerdict>
        <ChoiceVerdict letter="B" verdict="wrong" note={t('choices.wrongNote')}>
          {t('choices.wrong')}
        </ChoiceVerdict>
        <ChoiceVerdict letter="C" verdict="missed" note={t('choices.missedNote')}>
          {t('choices.missed')}
        </ChoiceVerdict>
      </div>
    </Panel>
  );
}

type Topic = 'press' | 'law' | 'history';

export function KitFields() {
  const t = useT('dev');
  const [minutes, setMinutes] = useState(30);
  const [ranking, setRanking] = useState<'person' | 'team'>('person');
  const [words, setWords] = useState('');
  const [topics, setTopics] = useState<Topic[]>(['law']);
  const options = (['press', 'law', 'history'] as const).map((value) => ({
    value,
    label: t(`fields.topics.${value}`),
  }));
  return (
    <Panel title={t('fields.title')}>
      <div className={classes.column}>
        <TextInput label={t('fields.name')} defaultValue="Trần Thu Hà" leftSection={<IconUser size={20} />} />
        <TextInput
          label={t('fields.email')}
          description={t('fields.emailHelp')}
          placeholder={t('fields.emailSample')}
        />
        <TextInput
          label={t('fields.code')}
          defaultValue="HĐ_012"
          error={t('fields.codeError')}
          rightSection={<IconAlertCircle size={20} />}
        />
        <Select label={t('fields.unit')} data={options} defaultValue="press" />
        <div className={classes.row}>
          <Checkbox defaultChecked label={t('fields.remember')} />
          <Switch defaultChecked label={t('fields.notify')} />
        </div>
        <div className={classes.row}>
          <NumberStepper
            label={t('fields.minutes')}
            value={minutes}
            onChange={setMinutes}
            min={1}
            max={300}
          />
          <Segmented
            label={t('fields.ranking')}
            value={ranking}
            onChange={setRanking}
            options={[
              { value: 'person', label: t('fields.person') },
              { value: 'team', label: t('fields.team') },
            ]}
          />
        </div>
        <div className={classes.row}>
          <SearchField label={t('fields.search')} value={words} onChange={setWords} />
          <FilterMenu label={t('fields.topic')} options={options} chosen={topics} onChange={setTopics} />
        </div>
      </div>
    </Panel>
  );
}

export function KitSteps() {
  const t = useT('dev');
  return (
    <Panel title={t('steps.title')}>
      <Stepper
        label={t('steps.title')}
        onChoose={() => undefined}
        steps={[
          { key: 'info', label: t('steps.info'), state: 'done' },
          { key: 'paper', label: t('steps.paper'), state: 'problem', note: t('steps.paperNote') },
          { key: 'time', label: t('steps.time'), state: 'current' },
          { key: 'publish', label: t('steps.publish'), state: 'todo' },
        ]}
      />
    </Panel>
  );
}
