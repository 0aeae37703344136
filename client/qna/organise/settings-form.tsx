import { useQueryClient } from '@tanstack/react-query';
import {
  writeQnaSettings,
  type QnaSettings,
  type QnaSessionView,
} from '../../../shared/qna/session.schema.js';
import { useFieldForm } from '../../platform/field-form.js';
import { useT } from '../../platform/i18n.js';
import { Banner } from '../../ui/banner.js';
import { Button } from '../../ui/button.js';
import { showDone } from '../../ui/toast-queue.js';
import { UnsavedGuard } from '../../ui/unsaved-guard.js';
import { qnaKeys } from '../qna.api.js';
import { AboutFields } from './about-fields.js';
import { ListFields } from './list-fields.js';
import { managementKey, writeSettings } from './organise.api.js';
import classes from './organise.module.css';
import { differs, settingsOf, valuesOf, type SettingsValues } from './session-values.rules.js';
import { TakingFields } from './taking-fields.js';

type SettingsFormProps = { session: QnaSessionView; settings: QnaSettings };

/** What may change while the session lives; everybody in it has the change with the next fetch. */
export function SettingsForm({ session, settings }: SettingsFormProps) {
  const t = useT('organise');
  const client = useQueryClient();
  const form = useFieldForm<typeof writeQnaSettings, SettingsValues>({
    texts: 'organise',
    failureTexts: 'qna',
    schema: writeQnaSettings,
    initial: valuesOf(settings),
    toInput: settingsOf,
    send: async (input) => {
      const next = await writeSettings(session.id, input);
      client.setQueryData(managementKey(session.id), next);
      client.setQueryData(qnaKeys.session(session.id), next.session);
      void client.invalidateQueries({ queryKey: qnaKeys.sessions('mine') });
      showDone(t('settings.saved'));
    },
  });
  const fields = { values: form.values, errors: form.errors, change: form.change };
  const changed = differs(form.values, settings);
  return (
    <form className={classes.column} onSubmit={form.submit} noValidate>
      <AboutFields {...fields} />
      <TakingFields {...fields} />
      <ListFields {...fields} />
      {form.failure !== null && (
        <Banner tone="danger" role="alert">
          {form.failure}
        </Banner>
      )}
      <div className={classes.buttons}>
        {changed && <Button onClick={() => form.change(valuesOf(settings))}>{t('settings.discard')}</Button>}
        <Button type="submit" kind="primary" busy={form.busy} busyText={t('settings.saving')}>
          {t('settings.save')}
        </Button>
      </div>
      <UnsavedGuard isUnsaved={() => changed && !form.busy} />
    </form>
  );
}
