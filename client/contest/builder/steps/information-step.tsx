import { Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useFailureText } from '../../../platform/api/errors.js';
import { useT } from '../../../platform/text/i18n.js';
import { Button } from '../../../ui/form/button.js';
import { ConfirmDialog } from '../../../ui/feedback/confirm-dialog.js';
import { IconButton } from '../../../ui/form/icon-button.js';
import { Panel } from '../../../ui/layout/panel.js';
import { showFailed } from '../../../ui/feedback/toast-queue.js';
import { useBuilder } from '../draft/builder-context.js';
import { addRound, draftKey, removeRound } from '../draft/builder.api.js';
import { roundFieldProblems } from '../draft/draft-problems.rules.js';
import classes from './information-step.module.css';
import { LockedFields } from './locked-fields.js';
import { CorrectTexts } from '../text/correct-texts.js';
import { RulesField } from '../text/rules-field.js';
import { StepProblems } from './step-problems.js';

export function InformationStep() {
  const { locked } = useBuilder();
  return (
    <div className={classes.grid}>
      <div className={classes.column}>
        <Texts />
        {locked === 'published' && <CorrectTexts />}
      </div>
      <Rounds />
    </div>
  );
}

/** All of them while it is a draft; the name and what was cancelled stay as they are. */
function Texts() {
  const t = useT('contest/builder');
  const { locked, texts, textProblems, changeTexts } = useBuilder();
  return (
    <Panel title={t('information.title')}>
      <LockedFields>
        <TextInput
          label={t('information.name')}
          maxLength={200}
          value={texts.title}
          onChange={(event) => changeTexts({ title: event.currentTarget.value })}
          error={textProblems.title && t(`problem.${textProblems.title}`)}
        />
        {locked !== 'published' && (
          <>
            <Textarea
              label={t('information.summary')}
              description={t('information.summaryHint')}
              autosize
              minRows={2}
              maxLength={500}
              value={texts.summary}
              onChange={(event) => changeTexts({ summary: event.currentTarget.value })}
            />
            <RulesField
              value={texts.rules}
              disabled={locked !== null}
              onChange={(rules) => changeTexts({ rules })}
            />
            <Textarea
              label={t('information.contact')}
              description={t('information.contactHint')}
              autosize
              minRows={2}
              maxLength={500}
              value={texts.contact}
              onChange={(event) => changeTexts({ contact: event.currentTarget.value })}
            />
          </>
        )}
      </LockedFields>
      <StepProblems step="information" />
    </Panel>
  );
}

function Rounds() {
  const t = useT('contest/builder');
  const explain = useFailureText('contest/builder');
  const client = useQueryClient();
  const { view, locked, settingsOfRound, changeRound } = useBuilder();
  const [removing, setRemoving] = useState<string | null>(null);
  const options = {
    onSuccess: (next: typeof view) => {
      client.setQueryData(draftKey(next.id), next);
      setRemoving(null);
    },
    onError: (error: unknown) => showFailed(explain(error)),
  };
  const add = useMutation({ mutationFn: () => addRound(view.id), ...options });
  const remove = useMutation({ mutationFn: removeRound, ...options });
  return (
    <Panel title={t('rounds.title')}>
      <LockedFields>
        <p className={classes.hint}>{t('rounds.hint')}</p>
        {view.rounds.map((round) => {
          const settings = settingsOfRound(round.id);
          const problem = settings ? roundFieldProblems(settings).title : undefined;
          return (
            <div key={round.id} className={classes.round}>
              <TextInput
                className={classes.grow}
                label={t('rounds.name', { number: round.ordinal })}
                maxLength={200}
                value={settings?.title ?? ''}
                onChange={(event) => changeRound(round.id, { title: event.currentTarget.value })}
                error={problem && t(`problem.${problem}`)}
              />
              {!locked && view.rounds.length > 1 && (
                <IconButton
                  className={classes.remove}
                  label={t('rounds.remove', { number: round.ordinal })}
                  icon={<IconTrash />}
                  onClick={() => setRemoving(round.id)}
                />
              )}
            </div>
          );
        })}
        {!locked && (
          <Button
            kind="soft"
            icon={<IconPlus />}
            busy={add.isPending}
            busyText={t('rounds.adding')}
            onClick={() => add.mutate()}
          >
            {t('rounds.add')}
          </Button>
        )}
      </LockedFields>
      <ConfirmDialog
        open={removing !== null}
        title={t('rounds.removeTitle', { title: settingsOfRound(removing ?? '')?.title ?? '' })}
        confirmText={t('rounds.removeConfirm')}
        confirmKind="danger"
        busy={remove.isPending}
        busyText={t('rounds.removing')}
        onConfirm={() => removing !== null && remove.mutate(removing)}
        cancelText={t('act.cancel')}
        onCancel={() => setRemoving(null)}
      >
        {t('rounds.removeText')}
      </ConfirmDialog>
    </Panel>
  );
}
