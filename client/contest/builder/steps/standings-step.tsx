import { Switch } from '@mantine/core';
import { useFormat, useT } from '../../../platform/text/i18n.js';
import { NumberStepper } from '../../../ui/form/number-stepper.js';
import { Panel } from '../../../ui/layout/panel.js';
import { useBuilder } from '../draft/builder-context.js';
import { LockedFields } from './locked-fields.js';
import classes from './standings-step.module.css';
import { StepProblems } from './step-problems.js';
import columns from './two-columns.module.css';
import { VisibilityField } from './visibility-field.js';

/** What contestants see and when, what a question is worth, and how places come about. */
export function StandingsStep() {
  const t = useT('contest/builder');
  const { settings, change } = useBuilder();
  return (
    <div className={columns.grid}>
      <Panel title={t('standings.visible')}>
        <LockedFields>
          <VisibilityField
            label={t('standings.results')}
            description={t('standings.resultsHint')}
            value={settings.resultsVisible}
            onChange={(resultsVisible) => change({ resultsVisible })}
          />
          <VisibilityField
            label={t('standings.answers')}
            description={t('standings.answersHint')}
            value={settings.answersVisible}
            onChange={(answersVisible) => change({ answersVisible })}
          />
          <VisibilityField
            label={t('standings.table')}
            description={t('standings.tableHint')}
            value={settings.standingsVisible}
            onChange={(standingsVisible) => change({ standingsVisible })}
          />
        </LockedFields>
        <StepProblems step="standings" />
      </Panel>
      <div className={classes.column}>
        <Scoring />
        <Chain />
      </div>
    </div>
  );
}

function Scoring() {
  const t = useT('contest/builder');
  const { number } = useFormat();
  const { settings, change } = useBuilder();
  const questions = settings.blueprint.reduce((sum, cell) => sum + cell.count, 0);
  return (
    <Panel title={t('standings.scoring')}>
      <LockedFields>
        <div>
          <NumberStepper
            label={t('standings.points')}
            value={settings.pointsPerQuestion}
            onChange={(pointsPerQuestion) => change({ pointsPerQuestion })}
            min={1}
            max={100}
          />
          <p className={classes.hint}>
            {t('standings.most', {
              questions: number(questions),
              points: number(questions * settings.pointsPerQuestion),
            })}
          </p>
        </div>
        <Switch
          label={t('standings.shuffleQuestions')}
          checked={settings.shuffleQuestions}
          onChange={(event) => change({ shuffleQuestions: event.currentTarget.checked })}
        />
        <Switch
          label={t('standings.shuffleOptions')}
          checked={settings.shuffleOptions}
          onChange={(event) => change({ shuffleOptions: event.currentTarget.checked })}
        />
      </LockedFields>
    </Panel>
  );
}

function Chain() {
  const t = useT('contest/builder');
  return (
    <Panel title={t('chain.title')}>
      <p className={classes.hint}>{t('chain.lead')}</p>
      <ol className={classes.chain}>
        <li>{t('chain.score')}</li>
        <li>{t('chain.time')}</li>
        <li>{t('chain.submission')}</li>
      </ol>
      <p className={classes.hint}>{t('chain.tie')}</p>
      <p className={classes.hint}>{t('chain.units')}</p>
    </Panel>
  );
}
