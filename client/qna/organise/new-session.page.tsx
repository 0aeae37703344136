import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { createQnaSession } from '../../../shared/qna/session.schema.js';
import { useFieldForm } from '../../platform/form/field-form.js';
import { useT } from '../../platform/text/i18n.js';
import { serverNow } from '../../platform/time/server-time.js';
import { Banner } from '../../ui/feedback/banner.js';
import { Button, ButtonLink } from '../../ui/form/button.js';
import { PageHeader } from '../../ui/layout/page-header.js';
import { UnsavedGuard } from '../../ui/feedback/unsaved-guard.js';
import { qnaKeys } from '../room/qna.api.js';
import { AboutFields } from './about-fields.js';
import { ListFields } from './list-fields.js';
import { createSession, managementKey } from './organise.api.js';
import classes from './organise.module.css';
import { PrivacyFields } from './privacy-fields.js';
import { isHeld, type PrivacyValues } from './privacy-values.rules.js';
import { freshValues, settingsOf, type SettingsValues } from './session-values.rules.js';
import { TakingFields } from './taking-fields.js';

type Values = SettingsValues & PrivacyValues;

const requestOf = (values: Values) => ({
  ...settingsOf(values),
  keyHolders: isHeld(values) ? values.holders : null,
});

export function Component() {
  const t = useT('qna/organise');
  const navigate = useNavigate();
  const client = useQueryClient();
  const done = useRef(false);
  const [initial] = useState<Values>(() => ({
    ...freshValues(serverNow()),
    level: 'named',
    held: false,
    holders: ['', ''],
  }));
  const form = useFieldForm<typeof createQnaSession, Values>({
    texts: 'qna/organise',
    failureTexts: 'qna',
    schema: createQnaSession,
    initial,
    toInput: requestOf,
    conflicts: { 'qna.key_holders_needed': 'keyHolders', 'qna.key_missing': 'keyHolders' },
    send: async (input) => {
      const made = await createSession(input);
      client.setQueryData(managementKey(made.session.id), made);
      void client.invalidateQueries({ queryKey: qnaKeys.sessions('mine') });
      done.current = true;
      await navigate(`/organise/qna/${made.session.id}`);
    },
  });
  const fields = { values: form.values, errors: form.errors, change: form.change };
  return (
    <>
      <PageHeader title={t('create.title')} crumbs={[{ to: '/organise/qna', label: t('list.title') }]} />
      <form className={classes.narrow} onSubmit={form.submit} noValidate>
        <AboutFields {...fields} />
        <PrivacyFields {...fields} />
        <TakingFields {...fields} />
        <ListFields {...fields} />
        {form.failure !== null && (
          <Banner tone="danger" role="alert">
            {form.failure}
          </Banner>
        )}
        <div className={classes.buttons}>
          <ButtonLink to="/organise/qna">{t('cancel')}</ButtonLink>
          <Button type="submit" kind="primary" busy={form.busy} busyText={t('create.busy')}>
            {t('create.send')}
          </Button>
        </div>
      </form>
      <UnsavedGuard isUnsaved={() => !done.current && form.values !== initial} />
    </>
  );
}
