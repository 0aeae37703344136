import { Select } from '@mantine/core';
import type { KeyHolder } from '../../../shared/qna/opening.schema.js';
import { useT } from '../../platform/text/i18n.js';
import { Banner } from '../../ui/feedback/banner.js';
import { QueryStates } from '../../ui/feedback/query-states.js';
import { Bone } from '../../ui/feedback/skeletons.js';
import { useKeyHolders } from '../keys/keys.api.js';
import type { FieldsOf } from './form.js';
import { refusalOf } from './lines.rules.js';
import classes from './fields.module.css';

/** Their ids; empty while nobody is chosen. */
type HolderValues = { holders: [string, string] };

const PLACES = [0, 1] as const;

/** The two who can open a sealed author together. Who has made no key yet is shown, but cannot be chosen. */
export function HolderSelects(fields: FieldsOf<HolderValues>) {
  const t = useT('qna/organise');
  return (
    <QueryStates
      query={useKeyHolders()}
      texts="qna"
      failed={t('privacy.holdersFailed')}
      loading={<Bone height={72} />}
    >
      {({ items }) => <Selects people={items} {...fields} />}
    </QueryStates>
  );
}

type SelectsProps = FieldsOf<HolderValues> & { people: readonly KeyHolder[] };

function Selects({ people, values, errors, change }: SelectsProps) {
  const t = useT('qna/organise');
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
      {people.filter(({ publicKey }) => publicKey !== null).length < 2 && (
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
