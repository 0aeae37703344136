import { useState } from 'react';
import type { DeskRole, QnaSessionView } from '../../../shared/qna/session.schema.js';
import { useT } from '../../platform/text/i18n.js';
import type { DeskBoard } from './state/board.rules.js';
import { AnsweringColumn } from './board/answering-column.js';
import { DeskConnection } from './board/desk-connection.js';
import { ColumnTabs } from './board/column-tabs.js';
import { DeskColumn } from './board/desk-column.js';
import { DeskContext } from './state/desk-context.js';
import { DeskDialogs } from './dialogs/desk-dialogs.js';
import { isFiltering } from './state/desk-filter.rules.js';
import { DeskFooter } from './desk-footer.js';
import { DraftBar } from './draft-bar.js';
import { DeskHeader } from './desk-header.js';
import classes from './desk-screen.module.css';
import { DeskToolbar } from './desk-toolbar.js';
import { useDeskState } from './state/use-desk.js';
import type { BoardStore } from './state/use-desk-board.js';
import { useDeskFilter } from './state/use-desk-filter.js';
import { useDeskShortcuts } from './use-desk-shortcuts.js';

type DeskScreenProps = { session: QnaSessionView; role: DeskRole; board: DeskBoard; store: BoardStore };

/** The moderators' board: header, tools, a column for each state, and who else is here. */
export function DeskScreen({ session, role, board, store }: DeskScreenProps) {
  const t = useT('qna/desk');
  const filter = useDeskFilter();
  const desk = useDeskState({ session, role, board, store, filter: filter.value });
  const [toolsOpen, openTools] = useState(false);
  const [showsAside, setShowsAside] = useState(false);
  const keys = useDeskShortcuts(desk);
  return (
    <DeskContext value={desk}>
      <div
        className={classes.screen}
        onKeyDownCapture={() => desk.holds.used('key')}
        onPointerDownCapture={() => desk.holds.used('pointer')}
      >
        <DeskHeader tools={{ open: toolsOpen, toggle: () => openTools(!toolsOpen) }} />
        <DraftBar />
        <DeskConnection />
        <DeskToolbar
          open={toolsOpen || isFiltering(filter.value)}
          filter={filter}
          aside={{ shown: showsAside, show: setShowsAside }}
        />
        <ColumnTabs withAside={showsAside} />
        <main
          id="content"
          tabIndex={-1}
          className={classes.columns}
          data-aside={showsAside || undefined}
          data-offline={desk.offlineSince !== null || undefined}
          aria-label={t('board')}
        >
          <DeskColumn column="pending" />
          <DeskColumn column="approved" />
          <AnsweringColumn />
          <DeskColumn column="answered" />
          {showsAside && <DeskColumn column="aside" />}
        </main>
        <DeskFooter keys={keys} />
      </div>
      <DeskDialogs />
    </DeskContext>
  );
}
