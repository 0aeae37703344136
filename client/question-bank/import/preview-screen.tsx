import { IconFileText, IconTable } from '@tabler/icons-react';
import { useMemo, useState, type ReactNode } from 'react';
import type { ImportPreview } from '../../../shared/question-bank/question-import.schema.js';
import { useFormat, useT } from '../../platform/text/i18n.js';
import { Button } from '../../ui/form/button.js';
import { Panel } from '../../ui/layout/panel.js';
import { ItemList } from './item-list.js';
import { OutcomeSummary } from './outcome-summary.js';
import classes from './preview-screen.module.css';
import { chosenLines, standingCounts, standingOf, type ItemStanding } from './preview-items.rules.js';

type PreviewScreenProps = {
  preview: ImportPreview;
  /** What is above the list: the result of importing, or a hint. */
  notice?: ReactNode;
  busy: boolean;
  onApply: (lines: 'all' | number[]) => void;
  onOtherFile: () => void;
};

/** What a file would bring, item by item; nothing is saved before the button. */
export function PreviewScreen({ preview, notice, busy, onApply, onOtherFile }: PreviewScreenProps) {
  const t = useT('question-bank/import');
  const { number } = useFormat();
  const [shown, setShown] = useState<ItemStanding | null>(null);
  const [leftOut, setLeftOut] = useState<ReadonlySet<number>>(new Set());
  const { items } = preview;
  const counts = useMemo(() => standingCounts(items), [items]);
  const visible = useMemo(
    () => (shown === null ? items : items.filter((item) => standingOf(item) === shown)),
    [items, shown],
  );
  const applied = preview.appliedAt !== null;
  const chosen = preview.counts.accepted - leftOut.size;
  const allChosen = leftOut.size === 0;
  const toggle = (line: number) =>
    setLeftOut((current) => {
      const next = new Set(current);
      if (!next.delete(line)) next.add(line);
      return next;
    });
  const toggleAll = () =>
    setLeftOut(
      new Set(allChosen ? items.filter((item) => item.outcome === 'accepted').map((item) => item.line) : []),
    );
  return (
    <>
      <Panel kind="flush">
        <div className={classes.file}>
          {preview.format === 'csv' ? <IconTable aria-hidden="true" /> : <IconFileText aria-hidden="true" />}
          <span>
            <b>{preview.fileName}</b>
            <small>
              {t('preview.facts', {
                format: preview.format.toUpperCase(),
                items: t('preview.all', { count: items.length, number: number(items.length) }),
              })}
            </small>
          </span>
          {!applied && (
            <Button size="sm" kind="ghost" onClick={onOtherFile}>
              {t('preview.otherFile')}
            </Button>
          )}
        </div>
        <OutcomeSummary counts={counts} shown={shown} onShow={setShown} />
        {notice && <div className={classes.notice}>{notice}</div>}
        {!applied && preview.counts.accepted > 0 && (
          <label className={classes.all}>
            <input type="checkbox" className="check" checked={allChosen} onChange={toggleAll} />
            <span>{t('preview.chooseAll', { count: chosen, number: number(chosen) })}</span>
          </label>
        )}
        <h2 className="visually-hidden">{t('preview.items')}</h2>
        <ItemList
          items={visible}
          chosenOf={(item) => (applied || item.outcome !== 'accepted' ? null : !leftOut.has(item.line))}
          onChoose={(item) => toggle(item.line)}
        />
      </Panel>
      {!applied && (
        <div className={classes.foot}>
          <Button
            kind="primary"
            block
            busy={busy}
            busyText={t('preview.importing')}
            aria-disabled={chosen === 0}
            onClick={() => chosen > 0 && onApply(chosenLines(items, leftOut))}
          >
            {chosen === 0
              ? t('preview.nothing')
              : t('preview.import', { number: number(chosen), skipped: number(items.length - chosen) })}
          </Button>
        </div>
      )}
    </>
  );
}
