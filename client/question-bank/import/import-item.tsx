import { IconChevronDown } from '@tabler/icons-react';
import { useId } from 'react';
import type { ImportItemView } from '../../../shared/question-bank/question-import.schema.js';
import { useFormat, useT } from '../../platform/text/i18n.js';
import { ContentView } from '../question/content-view.js';
import { LevelMark } from '../question/question-chips.js';
import { FindingLine } from './finding-line.js';
import classes from './import-item.module.css';
import { DifferenceLines } from './difference-lines.js';
import { standingOf } from './preview-items.rules.js';

type ImportItemProps = {
  item: ImportItemView;
  /** Kinds of warnings that are said above the list: here they are shown only when it is open. */
  quiet: ReadonlySet<string>;
  /** Null when it cannot be chosen: refused, a duplicate, or imported already. */
  chosen: boolean | null;
  onChoose: () => void;
  open: boolean;
  onToggle: () => void;
};

export function ImportItem({ item, quiet, chosen, onChoose, open, onToggle }: ImportItemProps) {
  const t = useT('question-bank/import');
  const { number } = useFormat();
  const id = useId();
  const warnings = item.warnings.filter(({ code }) => open || !quiet.has(code));
  const line = t('item.line', { line: number(item.line) });
  return (
    <article className={classes.item} data-standing={standingOf(item)}>
      <span className={classes.pick}>
        {chosen !== null && (
          <input
            type="checkbox"
            className="check"
            aria-label={t('item.choose', { line: number(item.line) })}
            checked={chosen}
            onChange={onChoose}
          />
        )}
      </span>
      <b className={classes.line}>{line}</b>
      <div className={classes.words}>
        <p className={classes.text}>{item.question?.content.prompt.text ?? item.excerpt}</p>
        {item.outcome === 'duplicate' && <DuplicateLine of={item.duplicateOf ?? ''} />}
        {item.outcome === 'changed' && <DifferenceLines item={item} />}
        {item.errors.map((finding, index) => (
          <FindingLine key={`${finding.code}${index}`} finding={finding} tone="error" />
        ))}
        {item.outcome === 'accepted' &&
          warnings.map((finding, index) => (
            <FindingLine key={`${finding.code}${index}`} finding={finding} tone="warning" />
          ))}
        {open && (
          <div id={id} className={classes.full}>
            <Full item={item} />
          </div>
        )}
      </div>
      <button
        type="button"
        className={classes.toggle}
        aria-expanded={open}
        aria-controls={id}
        aria-label={t('item.show', { line: number(item.line) })}
        onClick={onToggle}
      >
        <IconChevronDown aria-hidden="true" />
      </button>
    </article>
  );
}

/** A duplicate of a question in the bank has its code; one of an earlier item of the file `#` and its line. */
function DuplicateLine({ of }: { of: string }) {
  const t = useT('question-bank/import');
  return (
    <p className={classes.finding}>
      <span>
        {of.startsWith('#') ? t('item.sameAsLine', { line: of.slice(1) }) : t('item.sameAs', { code: of })}
      </span>
      <small>{t('item.skipped')}</small>
    </p>
  );
}

function Full({ item }: { item: ImportItemView }) {
  if (!item.question) return <pre className={classes.raw}>{item.excerpt}</pre>;
  const { content, topic, level, tags } = item.question;
  return (
    <>
      <p className={classes.facts}>
        <LevelMark level={level} />
        <span>{[topic, ...tags.map((tag) => `#${tag}`)].join(' · ')}</span>
      </p>
      <ContentView content={content} textHidden />
    </>
  );
}
