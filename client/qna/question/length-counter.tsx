import { useT } from '../../platform/text/i18n.js';
import { lengthOf, lengthSign, MAX_LENGTH } from './question-limits.rules.js';
import classes from './question.module.css';

type LengthCounterProps = {
  id?: string;
  text: string;
  /** The field says by itself that there is too much. */
  plain?: boolean;
};

/** 67/300; amber near the end, red beyond it. Not a live region: the field names it as its description. */
export function LengthCounter({ id, text, plain = false }: LengthCounterProps) {
  const t = useT('qna');
  const length = lengthOf(text);
  const sign = lengthSign(text);
  return (
    <span id={id} className={`${classes.counter} num`} data-sign={sign} translate="no">
      {t('length.counter', { length, most: MAX_LENGTH })}
      {sign === 'over' && !plain && <b>{t('length.over', { count: length - MAX_LENGTH })}</b>}
    </span>
  );
}
