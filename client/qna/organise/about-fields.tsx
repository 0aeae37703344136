import { Textarea, TextInput } from '@mantine/core';
import { useT } from '../../platform/text/i18n.js';
import { DateTimeField } from '../../ui/form/date-time-field.js';
import { Panel } from '../../ui/layout/panel.js';
import type { SettingsFields } from './form.js';
import { refusalOf } from './lines.rules.js';
import classes from './fields.module.css';

/** What the session is about and when it is. */
export function AboutFields({ values, errors, change }: SettingsFields) {
  const t = useT('qna/organise');
  return (
    <Panel title={t('about.title')}>
      <div className={classes.fields}>
        <TextInput
          label={t('about.name')}
          maxLength={200}
          value={values.title}
          onChange={(event) => change({ title: event.currentTarget.value })}
          error={refusalOf(errors, 'title')}
        />
        <Textarea
          label={t('about.description')}
          description={t('about.descriptionHint')}
          autosize
          minRows={2}
          maxLength={2000}
          value={values.description}
          onChange={(event) => change({ description: event.currentTarget.value })}
          error={refusalOf(errors, 'description')}
        />
        <div className={classes.pair}>
          <DateTimeField
            label={t('about.startsAt')}
            value={values.startsAt}
            onChange={(startsAt) => change({ startsAt })}
            defaultTime="14:00"
            error={refusalOf(errors, 'startsAt')}
          />
          <DateTimeField
            label={t('about.endsAt')}
            value={values.endsAt}
            onChange={(endsAt) => change({ endsAt })}
            defaultTime="16:00"
            clearable
            error={refusalOf(errors, 'endsAt')}
          />
        </div>
        <p className={classes.hint}>{t('about.endHint')}</p>
      </div>
    </Panel>
  );
}
