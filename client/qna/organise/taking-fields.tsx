import { Radio, Switch } from '@mantine/core';
import { moderationOrder } from '../../../shared/qna/session.schema.js';
import { useT } from '../../platform/text/i18n.js';
import { NumberStepper } from '../../ui/form/number-stepper.js';
import { Panel } from '../../ui/layout/panel.js';
import { ANSWER_TIMES, PAUSES, SecondsSelect } from './seconds-select.js';
import type { SettingsFields } from './form.js';
import { refusalOf } from './lines.rules.js';
import classes from './fields.module.css';

const FIRST_LIMIT = 3;

/** Who may ask, how often, and what happens to a question before the room sees it. */
export function TakingFields({ values, errors, change }: SettingsFields) {
  const t = useT('qna/organise');
  return (
    <Panel title={t('taking.title')}>
      <div className={classes.fields}>
        <Radio.Group
          label={t('taking.moderation')}
          value={values.moderation}
          onChange={(value) =>
            change({ moderation: moderationOrder.options.find((one) => one === value) ?? values.moderation })
          }
        >
          <div className={classes.choices}>
            {moderationOrder.options.map((order) => (
              <Radio
                key={order}
                value={order}
                label={t(`taking.${order}`)}
                description={t(`taking.${order}Hint`)}
              />
            ))}
          </div>
        </Radio.Group>
        <Switch
          label={t('taking.guests')}
          description={t('taking.guestsHint')}
          checked={values.guestsAllowed}
          onChange={(event) => change({ guestsAllowed: event.currentTarget.checked })}
        />
        {values.guestsAllowed && (
          <Switch
            label={t('taking.membersVote')}
            description={t('taking.membersVoteHint')}
            checked={!values.guestsVote}
            onChange={(event) => change({ guestsVote: !event.currentTarget.checked })}
          />
        )}
        <PersonLimit values={values} errors={errors} change={change} />
        <div className={classes.pair}>
          <SecondsSelect
            label={t('taking.slow')}
            description={t('taking.slowHint')}
            offered={PAUSES}
            value={values.slowModeSeconds}
            none={{ seconds: 0, label: t('taking.noPause') }}
            onChange={(seconds) => change({ slowModeSeconds: seconds ?? 0 })}
            error={refusalOf(errors, 'slowModeSeconds')}
          />
          <SecondsSelect
            label={t('taking.answer')}
            description={t('taking.answerHint')}
            offered={ANSWER_TIMES}
            value={values.answerSeconds}
            none={{ seconds: null, label: t('taking.noTimer') }}
            onChange={(answerSeconds) => change({ answerSeconds })}
            error={refusalOf(errors, 'answerSeconds')}
          />
        </div>
      </div>
    </Panel>
  );
}

function PersonLimit({ values: { maxPerPerson }, errors, change }: SettingsFields) {
  const t = useT('qna/organise');
  return (
    <div className={classes.stack}>
      <Switch
        label={t('taking.limited')}
        checked={maxPerPerson !== null}
        onChange={(event) => change({ maxPerPerson: event.currentTarget.checked ? FIRST_LIMIT : null })}
      />
      {maxPerPerson !== null && (
        <NumberStepper
          label={t('taking.perPerson')}
          value={maxPerPerson}
          onChange={(next) => change({ maxPerPerson: next })}
          min={1}
          max={50}
          error={refusalOf(errors, 'maxPerPerson')}
        />
      )}
    </div>
  );
}
