import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import {
  writeQnaSettings,
  type QnaManageView,
  type WriteQnaSettings,
} from '../../../shared/qna/session.schema.js';
import { isFailure } from '../../platform/api/api-failure.js';
import { useFieldForm } from '../../platform/form/field-form.js';
import { useT } from '../../platform/text/i18n.js';
import { Banner } from '../../ui/feedback/banner.js';
import { Button } from '../../ui/form/button.js';
import { showDone } from '../../ui/feedback/toast-queue.js';
import { UnsavedGuard } from '../../ui/feedback/unsaved-guard.js';
import { qnaKeys } from '../room/qna.api.js';
import { AboutFields } from './about-fields.js';
import { ListFields } from './list-fields.js';
import { managementKey, writeSettings } from './organise.api.js';
import classes from './organise.module.css';
import { differs, onTopOf, settingsOf, valuesOf, type SettingsValues } from './session-values.rules.js';
import { TakingFields } from './taking-fields.js';

/** What may change while the session lives; everybody in it has the change with the next fetch. */
export function SettingsForm({ view }: { view: QnaManageView }) {
  const t = useT('qna/organise');
  const client = useQueryClient();
  const { id } = view.session;
  // What the writing began on; what is fetched meanwhile must not change it unnoticed.
  const [base, setBase] = useState(view);
  const form = useFieldForm<typeof writeQnaSettings, SettingsValues>({
    texts: 'qna/organise',
    failureTexts: 'qna',
    schema: writeQnaSettings,
    initial: valuesOf(view.settings),
    toInput: (values) => ({ ...settingsOf(values), revision: base.revision }),
    send: async (input) => {
      const next = await save(client, id, input);
      setBase(next);
      client.setQueryData(managementKey(id), next);
      client.setQueryData(qnaKeys.session(id), next.session);
      void client.invalidateQueries({ queryKey: qnaKeys.sessions('mine') });
      showDone(t('settings.saved'));
    },
  });
  const fields = { values: form.values, errors: form.errors, change: form.change };
  const changed = differs(form.values, base.settings);
  const isBehind = view.revision > base.revision && !form.busy;
  const goOn = (values: SettingsValues) => {
    setBase(view);
    form.change(values);
  };
  if (isBehind && !changed) goOn(valuesOf(view.settings));
  return (
    <form className={classes.column} onSubmit={form.submit} noValidate>
      <AboutFields {...fields} />
      <TakingFields {...fields} />
      <ListFields {...fields} />
      {isBehind ? (
        <StaleChoice
          onTheirs={() => goOn(valuesOf(view.settings))}
          onMine={() => goOn(onTopOf(view.settings, form.values, base.settings))}
        />
      ) : (
        form.failure !== null && (
          <Banner tone="danger" role="alert">
            {form.failure}
          </Banner>
        )
      )}
      <div className={classes.buttons}>
        {changed && <Button onClick={() => goOn(valuesOf(view.settings))}>{t('settings.discard')}</Button>}
        <Button
          type="submit"
          kind="primary"
          disabled={isBehind}
          busy={form.busy}
          busyText={t('settings.saving')}
        >
          {t('settings.save')}
        </Button>
      </div>
      <UnsavedGuard isUnsaved={() => changed && !form.busy} />
    </form>
  );
}

/** The session with the settings saved, also where they are there already: the answer to an earlier press may be lost. */
async function save(client: QueryClient, id: string, input: WriteQnaSettings): Promise<QnaManageView> {
  try {
    return await writeSettings(id, input);
  } catch (error) {
    if (!isFailure(error, 'stale_write')) throw error;
    // What the others wrote is needed for the choice as well.
    await client.invalidateQueries({ queryKey: managementKey(id) });
    const there = client.getQueryData<QnaManageView>(managementKey(id));
    const { revision: _read, ...settings } = input;
    if (there && !differs(valuesOf(settings), there.settings)) return there;
    throw error;
  }
}

/** Somebody else saved meanwhile: nothing written here is given up without being told to. */
function StaleChoice({ onTheirs, onMine }: { onTheirs: () => void; onMine: () => void }) {
  const t = useT('qna/organise');
  return (
    <Banner tone="warning" role="alert">
      <b>{t('stale.title')}</b> {t('stale.text')}
      <div className={classes.choices}>
        <Button size="sm" onClick={onTheirs}>
          {t('stale.takeTheirs')}
        </Button>
        <Button size="sm" kind="soft" onClick={onMine}>
          {t('stale.keepMine')}
        </Button>
      </div>
    </Banner>
  );
}
