import { Select } from '@mantine/core';
import { useFailureText } from '../../platform/api/errors.js';
import { useT } from '../../platform/text/i18n.js';
import { Banner } from '../../ui/feedback/banner.js';
import { Button } from '../../ui/form/button.js';
import { useKeyHolders } from '../keys/keys.api.js';
import type { FieldsOf } from './form.js';
import { refusalOf } from './lines.rules.js';
import type { PrivacyValues } from './privacy-values.rules.js';
import classes from './fields.module.css';

const PLACES = [0, 1] as const;

/** The two who can open a sealed author together. Who has made no key yet is shown, but cannot be chosen. */
export function HolderSelects({ values, errors, change }: FieldsOf<PrivacyValues>) {
  const t = useT('qna/organise');
  const explain = useFailureText('qna');
  const list = useKeyHolders();
  if (list.isError && !list.data) {
    return (
      <Banner
        tone="danger"
        action={
          <Button size="sm" onClick={() => void list.refetch()}>
            {t('retry')}
          </Button>
        }
      >
        {explain(list.error)}
      </Banner>
    );
  }
  const people = list.data?.items ?? [];
  const dataFor = (place: 0 | 1) =>
    people.map(({ memberId, name, unit, publicKey }) => ({
      value: String(memberId),
      label: [name, publicKey === null ? t('privacy.noKey') : unit].join(' · '),
      disabled: publicKey === null || values.holders[1 - place] === memberId,
    }));
  const choose = (place: 0 | 1, id: string | null) =>
    change({ holders: place === 0 ? [id ?? '', values.holders[1]] : [values.holders[0], id ?? ''] });
  const whole = errors.keyHolders;
  return (
    <>
      {list.data && people.filter(({ publicKey }) => publicKey !== null).length < 2 && (
        <Banner tone="warning">{t('privacy.tooFewKeys')}</Banner>
      )}
      <div className={classes.pair}>
        {PLACES.map((place) => (
          <Select
            key={place}
            label={t(`privacy.holder${place + 1}`)}
            placeholder={t('privacy.choose')}
            searchable
            openOnFocus={false}
            nothingFoundMessage={t('privacy.nobody')}
            data={dataFor(place)}
            value={values.holders[place] || null}
            onChange={(id) => choose(place, id)}
            error={refusalOf(errors, `keyHolders.${place}`) ?? (place === 0 ? whole : undefined)}
          />
        ))}
      </div>
    </>
  );
}
