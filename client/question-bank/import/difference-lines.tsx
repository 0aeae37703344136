import type {
  ImportDifference,
  ImportItemView,
} from '../../../shared/question-bank/question-import.schema.js';
import { LEVELS } from '../../../shared/question-bank/question.schema.js';
import { useT } from '../../platform/text/i18n.js';
import { questionWords } from '../question/question-words.js';
import classes from './import-item.module.css';

/** In what the file says otherwise than the question of the bank, old beside new. */
export function DifferenceLines({ item }: { item: ImportItemView }) {
  const t = useT('question-bank/import');
  return (
    <div className={classes.finding}>
      <span>{t('item.changedOf', { code: item.duplicateOf ?? '' })}</span>
      <ul className={classes.differences}>
        {item.differences.map((difference) => (
          <li key={difference.field}>
            <Difference difference={difference} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Difference({ difference: { field, before, after } }: { difference: ImportDifference }) {
  const t = useT('question-bank/import');
  const bank = useT('question-bank');
  const shown = (text: string) => {
    const level = LEVELS.find((one) => field === 'level' && one === text);
    if (level) return questionWords(bank).level(level);
    if (field === 'key' && (text === 'true' || text === 'false')) return bank(`key.${text}`);
    return text;
  };
  return (
    <>
      <b>{t(`difference.${field}`)}</b>{' '}
      {before !== '' && (
        <>
          <span className="visually-hidden">{`${t('item.before')} `}</span>
          <del>{shown(before)}</del>{' '}
        </>
      )}
      <span className="visually-hidden">{`${t('item.after')} `}</span>
      <ins>{shown(after)}</ins>
    </>
  );
}
