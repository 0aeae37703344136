import { IconFileText, IconTable } from '@tabler/icons-react';
import { useMemo, useState, type ReactNode } from 'react';
import type { ImportSelection, ImportStanding } from '../../../shared/kernel/import.js';
import type { ImportPreview } from '../../../shared/question-bank/question-import.schema.js';
import { useFormat, useT } from '../../platform/text/i18n.js';
import { Button } from '../../ui/form/button.js';
import { QueryStates } from '../../ui/feedback/query-states.js';
import { RowBones } from '../../ui/feedback/skeletons.js';
import { Panel } from '../../ui/layout/panel.js';
import { ItemList } from './item-list.js';
import { OutcomeSummary } from './outcome-summary.js';
import classes from './preview-screen.module.css';
import { useImportItems } from './import.api.js';
import {
  chosenCount,
  EVERYTHING,
  isChosen,
  NOTHING,
  selectionOf,
  sharedKinds,
  standingCounts,
  totalOf,
  withLineTurned,
  type Choice,
} from './preview-items.rules.js';

type PreviewScreenProps = {
  preview: ImportPreview;
  /** What is above the list: the result of importing, or a hint. */
  notice?: ReactNode;
  busy: boolean;
  onApply: (selection: ImportSelection) => void;
  onOtherFile: () => void;
};

/** What a file would bring, item by item; nothing is saved before the button. */
export function PreviewScreen({ preview, notice, busy, onApply, onOtherFile }: PreviewScreenProps) {
  const t = useT('question-bank/import');
  const { number } = useFormat();
  const [shown, setShown] = useState<ImportStanding | null>(null);
  const [choice, setChoice] = useState<Choice>(EVERYTHING);
  const [updates, setUpdates] = useState<Choice>(NOTHING);
  const loaded = useImportItems(preview, shown);
  const counts = standingCounts(preview);
  const total = totalOf(counts);
  const items = useMemo(() => loaded.data?.pages.flatMap((page) => page.items) ?? [], [loaded.data]);
  const applied = preview.appliedAt !== null;
  const chosen = chosenCount(choice, preview.counts.accepted);
  const allChosen = chosen === preview.counts.accepted;
  const updated = chosenCount(updates, preview.changed);
  const quiet = useMemo(() => sharedKinds(preview), [preview]);
  return (
    <>
      <Panel kind="flush">
        <div className={classes.file}>
          {preview.format !== 'gift' ? <IconTable aria-hidden="true" /> : <IconFileText aria-hidden="true" />}
          <span>
            <b>{preview.fileName}</b>
            <small>
              {t('preview.facts', {
                format: preview.format.toUpperCase(),
                items: t('preview.all', { count: total, number: number(total) }),
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
            <input
              type="checkbox"
              className="check"
              checked={allChosen}
              onChange={() => setChoice(allChosen ? NOTHING : EVERYTHING)}
            />
            <span>{t('preview.chooseAll', { count: chosen, number: number(chosen) })}</span>
          </label>
        )}
        {!applied && preview.changed > 0 && (
          <label className={classes.all}>
            <input
              type="checkbox"
              className="check"
              checked={updated === preview.changed}
              onChange={() => setUpdates(updated === preview.changed ? NOTHING : EVERYTHING)}
            />
            <span>{t('preview.updateAll', { count: preview.changed, number: number(preview.changed) })}</span>
          </label>
        )}
        <h2 className="visually-hidden">{t('preview.items')}</h2>
        <QueryStates
          query={loaded}
          texts={['question-bank/import', 'question-bank']}
          failed={t('preview.failed')}
          loading={
            <div className={classes.bones}>
              <RowBones rows={6} />
            </div>
          }
        >
          {() => (
            <ItemList
              items={items}
              total={shown === null ? total : counts[shown]}
              onEnd={() =>
                loaded.hasNextPage && !loaded.isFetching && !loaded.isError && void loaded.fetchNextPage()
              }
              quiet={quiet}
              chosenOf={(item) => {
                if (applied) return null;
                if (item.outcome === 'changed') return isChosen(updates, item.line);
                return item.outcome === 'accepted' ? isChosen(choice, item.line) : null;
              }}
              onChoose={(item) =>
                item.outcome === 'changed'
                  ? setUpdates(withLineTurned(updates, item.line))
                  : setChoice(withLineTurned(choice, item.line))
              }
            />
          )}
        </QueryStates>
      </Panel>
      {!applied && (
        <div className={classes.foot}>
          <Button
            kind="primary"
            block
            busy={busy}
            busyText={t('preview.importing')}
            aria-disabled={chosen + updated === 0}
            onClick={() => chosen + updated > 0 && onApply(selectionOf(choice, updates))}
          >
            {chosen + updated === 0
              ? t('preview.nothing')
              : t(updated > 0 ? 'preview.importAndUpdate' : 'preview.import', {
                  number: number(chosen),
                  updated: number(updated),
                  skipped: number(total - chosen - updated),
                })}
          </Button>
        </div>
      )}
    </>
  );
}
