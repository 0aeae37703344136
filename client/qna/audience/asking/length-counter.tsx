import { useT } from '../../../platform/text/i18n.js';
import classes from './length-counter.module.css';
import { lengthOf, lengthSign, MAX_LENGTH } from '../../question/question-limits.rules.js';

/** 67/300; amber near the end, red beyond it. Not a live region: the field names it as its description. */
export function LengthCounter({ id, text }: { id: string; text: string }) {
  const t = useT('qna/audience');
  const length = lengthOf(text);
  const sign = lengthSign(text);
  return (
    <span id={id} className={`${classes.counter} num`} data-sign={sign}>
      {t('composer.counter', { length, most: MAX_LENGTH })}
      {sign === 'over' && <b>{t('composer.over', { count: length - MAX_LENGTH })}</b>}
    </span>
  );
}
