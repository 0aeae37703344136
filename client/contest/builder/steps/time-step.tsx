import { Select, Switch } from '@mantine/core';
import { countingRule } from '../../../../shared/contest/contest.schema.js';
import { useT } from '../../../platform/text/i18n.js';
import { NumberStepper } from '../../../ui/form/number-stepper.js';
import { Panel } from '../../../ui/layout/panel.js';
import { useBuilder } from '../draft/builder-context.js';
import { DateTimeField } from '../../../ui/form/date-time-field.js';
import { EligibilityField } from './eligibility-field.js';
import { LockedFields } from './locked-fields.js';
import { StepProblems } from './step-problems.js';
import classes from './two-columns.module.css';

const COUNTING = countingRule.options;

/** When a round is open, how long and how often one may try, and who may. */
export function TimeStep() {
  const t = useT('contest/builder');
  const { settings, change, roundProblems, locked } = useBuilder();
  return (
    <div className={classes.grid}>
      <Panel title={t('time.window')}>
        <LockedFields>
          <div className={classes.pair}>
            <DateTimeField
              label={t('time.opens')}
              value={settings.opensAt}
              onChange={(opensAt) => change({ opensAt })}
              defaultTime="08:00"
              clearable
              disabled={locked !== null}
            />
            <DateTimeField
              label={t('time.closes')}
              value={settings.closesAt}
              onChange={(closesAt) => change({ closesAt })}
              defaultTime="23:59"
              clearable
              disabled={locked !== null}
              error={roundProblems.closesAt && t(`problem.${roundProblems.closesAt}`)}
            />
          </div>
          <p className={classes.hint}>{t('time.zone')}</p>
          <EligibilityField
            value={settings.eligibility}
            onChange={(eligibility) => change({ eligibility })}
            error={roundProblems.unitIds && t(`problem.${roundProblems.unitIds}`)}
          />
        </LockedFields>
        <StepProblems step="time" />
      </Panel>
      <Panel title={t('time.attempts')}>
        <LockedFields>
          <NumberStepper
            label={t('time.minutes')}
            value={settings.durationMinutes}
            onChange={(durationMinutes) => change({ durationMinutes })}
            min={1}
            max={300}
            step={5}
          />
          <AttemptsField />
          <Select
            label={t('time.counting')}
            description={t('time.countingHint')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            allowDeselect={false}
            disabled={settings.attemptsAllowed === 1 || locked !== null}
            data={COUNTING.map((value) => ({ value, label: t(`counting.${value}`) }))}
            value={settings.counting}
            onChange={(value) =>
              change({ counting: COUNTING.find((rule) => rule === value) ?? settings.counting })
            }
          />
          <div>
            <NumberStepper
              label={t('time.grace')}
              value={settings.graceSeconds}
              onChange={(graceSeconds) => change({ graceSeconds })}
              min={0}
              max={300}
              step={10}
            />
            <p className={classes.hint}>{t('time.graceHint')}</p>
          </div>
        </LockedFields>
      </Panel>
    </div>
  );
}

function AttemptsField() {
  const t = useT('contest/builder');
  const { settings, change } = useBuilder();
  const { attemptsAllowed } = settings;
  return (
    <div className={classes.stack}>
      {attemptsAllowed !== null && (
        <NumberStepper
          label={t('time.allowed')}
          value={attemptsAllowed}
          onChange={(next) => change({ attemptsAllowed: next })}
          min={1}
          max={100}
        />
      )}
      <Switch
        label={t('time.unlimited')}
        checked={attemptsAllowed === null}
        onChange={(event) => change({ attemptsAllowed: event.currentTarget.checked ? null : 1 })}
      />
    </div>
  );
}
