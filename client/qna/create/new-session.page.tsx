import { TextInput } from '@mantine/core';
import { IconCalendarEvent, IconPlayerPlayFilled } from '@tabler/icons-react';
import { useFormat, useT } from '../../platform/text/i18n.js';
import { Banner } from '../../ui/feedback/banner.js';
import { UnsavedGuard } from '../../ui/feedback/unsaved-guard.js';
import { Button } from '../../ui/form/button.js';
import { PageHeader } from '../../ui/layout/page-header.js';
import classes from './create.module.css';
import { MoreFields } from './more-fields.js';
import type { NewSessionValues } from './new-session.rules.js';
import { PhonePreview } from './phone-preview.js';
import { StartChoice } from './start-choice.js';
import { useNewSession } from './use-new-session.js';
import { WhoFields } from './who-fields.js';

/** A session in a title and a press; all else has good defaults behind “more”. The desk opens. */
export function Component() {
  const t = useT('qna/create');
  const { form, saveDraft, rule, isUnsaved } = useNewSession();
  const fields = { values: form.values, errors: form.errors, change: form.change };
  return (
    <>
      <PageHeader title={t('title')} crumbs={[{ to: '/organise/qna', label: t('list') }]} />
      <div className={classes.page}>
        <form className={classes.form} onSubmit={form.submit} noValidate>
          <TextInput
            data-autofocus
            autoFocus
            size="lg"
            classNames={{ input: classes.title }}
            label={t('name')}
            maxLength={200}
            value={form.values.title}
            onChange={(event) => form.change({ title: event.currentTarget.value })}
            error={form.errors.title}
          />
          <WhoFields {...fields} rule={rule} />
          <StartChoice {...fields} />
          <MoreFields {...fields} />
          {form.failure !== null && (
            <Banner tone="danger" role="alert">
              {t('failed')} {form.failure}
            </Banner>
          )}
          <div className={classes.foot}>
            <p className={classes.note}>{t('draftNote')}</p>
            <div className={classes.buttons}>
              <Send values={form.values} busy={form.busy} />
              <Button size="lg" className={classes.draft} onClick={saveDraft}>
                {t('saveDraft')}
              </Button>
            </div>
          </div>
        </form>
        <PhonePreview values={form.values} rule={rule} />
      </div>
      <UnsavedGuard isUnsaved={isUnsaved} />
    </>
  );
}

function Send({ values, busy }: { values: NewSessionValues; busy: boolean }) {
  const t = useT('qna/create');
  const { time, dayMonth } = useFormat();
  const { startsNow, startsAt } = values;
  const isTimed = !startsNow && startsAt !== null;
  return (
    <Button
      type="submit"
      kind="primary"
      size="lg"
      className={classes.send}
      icon={
        startsNow ? <IconPlayerPlayFilled aria-hidden="true" /> : <IconCalendarEvent aria-hidden="true" />
      }
      busy={busy}
      busyText={t('busy')}
    >
      {isTimed
        ? t('sendTimed', { time: time(startsAt), day: dayMonth(startsAt) })
        : t(startsNow ? 'send' : 'sendLater')}
    </Button>
  );
}
