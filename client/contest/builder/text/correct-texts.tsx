import { Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { correctTexts as schema } from '../../../../shared/contest/contest-life.schema.js';
import { useFieldForm } from '../../../platform/form/field-form.js';
import { useT } from '../../../platform/text/i18n.js';
import { Banner } from '../../../ui/feedback/banner.js';
import { showDone } from '../../../ui/feedback/toast-queue.js';
import { Button } from '../../../ui/form/button.js';
import { Panel } from '../../../ui/layout/panel.js';
import { useBuilder } from '../draft/builder-context.js';
import { draftKey } from '../draft/builder.api.js';
import { correctionsKey, correctTexts } from '../draft/life.api.js';
import { Corrections } from './corrections.js';
import { RulesField } from './rules-field.js';
import classes from './texts.module.css';

/** The texts of a published contest: what is corrected is shown to readers at once, with the time. */
export function CorrectTexts() {
  const t = useT('contest/builder');
  const { view } = useBuilder();
  return (
    <>
      <Panel title={t('correct.title')}>
        <Form key={view.revision} />
      </Panel>
      <Corrections contestId={view.id} />
    </>
  );
}

function Form() {
  const t = useT('contest/builder');
  const client = useQueryClient();
  const { view } = useBuilder();
  const { id, summary, rules, contact, revision } = view;
  const form = useFieldForm({
    texts: 'contest/builder',
    schema,
    initial: { summary, rules, contact },
    toInput: (values) => ({ ...values, revision }),
    send: async (texts) => {
      const next = await correctTexts(id, texts);
      client.setQueryData(draftKey(id), next);
      void client.invalidateQueries({ queryKey: correctionsKey(id) });
    },
    onDone: () => showDone(t('correct.done')),
  });
  const { values, change, errors } = form;
  const isSame = values.summary === summary && values.rules === rules && values.contact === contact;
  return (
    <form className={classes.form} onSubmit={form.submit} noValidate>
      <p className={classes.hint}>{t('correct.hint')}</p>
      <Textarea
        label={t('information.summary')}
        autosize
        minRows={2}
        maxLength={500}
        value={values.summary}
        error={errors.summary}
        onChange={(event) => change({ summary: event.currentTarget.value })}
      />
      <RulesField value={values.rules} onChange={(next) => change({ rules: next })} />
      <Textarea
        label={t('information.contact')}
        description={t('information.contactHint')}
        autosize
        minRows={2}
        maxLength={500}
        value={values.contact}
        error={errors.contact}
        onChange={(event) => change({ contact: event.currentTarget.value })}
      />
      {form.failure && (
        <Banner tone="danger" role="alert">
          {form.failure}
        </Banner>
      )}
      <div>
        <Button
          type="submit"
          kind="primary"
          busy={form.busy}
          busyText={t('correct.busy')}
          aria-disabled={isSame}
          onClick={(event) => isSame && event.preventDefault()}
        >
          {t('correct.button')}
        </Button>
      </div>
    </form>
  );
}
