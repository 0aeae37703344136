import type { ImportFinding } from '../../../shared/kernel/import.js';
import { useT, type Translate } from '../../platform/text/i18n.js';
import classes from './import-item.module.css';

/** What is wrong and how to put it right. Texts mark the word in question with `<m>…</m>`. */
export function FindingLine({ finding, tone }: { finding: ImportFinding; tone: 'error' | 'warning' }) {
  const t = useT('question-bank/import');
  return (
    <p className={classes.finding} data-tone={tone}>
      <span>
        {marked(findingText(t, finding, 'what')).map(({ text, isMarked }, index) =>
          isMarked ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>,
        )}
      </span>
      <small>{findingText(t, finding, 'fix')}</small>
    </p>
  );
}

function findingText(t: Translate, { code, params }: ImportFinding, part: 'what' | 'fix'): string {
  const field = typeof params.field === 'string' ? params.field : 'text';
  return t(`finding.${code}.${part}`, {
    ...params,
    ...(typeof params.type === 'string' && { type: t(`type.${params.type}`) }),
    field: t(`field.${field}`, { defaultValue: field }),
    defaultValue: t(`finding.import.invalid.${part}`, { field }),
  });
}

const marked = (text: string) =>
  text
    .split(/<\/?m>/)
    .map((part, index) => ({ text: part, isMarked: index % 2 === 1 }))
    .filter((part) => part.text !== '');
