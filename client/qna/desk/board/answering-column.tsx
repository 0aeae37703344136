import { IconArrowNarrowRight, IconMicrophone } from '@tabler/icons-react';
import type { MouseEvent } from 'react';
import type { DeskInquiry } from '../../../../shared/qna/inquiry.schema.js';
import { useT } from '../../../platform/text/i18n.js';
import { Avatar } from '../../../ui/data/avatar.js';
import { Button } from '../../../ui/form/button.js';
import { EmptyState } from '../../../ui/feedback/empty-state.js';
import { showNote } from '../../../ui/feedback/toast-queue.js';
import { useJustShown } from '../../room/just-shown.js';
import { GoneLine } from './gone-line.js';
import classes from './answering-column.module.css';
import { ColumnFrame } from './column-frame.js';
import { useDesk } from '../state/desk-context.js';
import { mayMove } from '../state/desk-may.rules.js';
import { InquiryCard } from './inquiry-card.js';
import { NoteField } from './note-field.js';
import { usePlace } from '../hand/use-desk-focus.js';

/** The one question that has the floor, who answers it, the note for the minutes, and what comes next. */
export function AnsweringColumn() {
  const t = useT('qna/desk');
  const { rows, shown, all, focus } = useDesk();
  const hasKeys = usePlace(focus, (place) => place.column === 'answering');
  const activeId = usePlace(focus, (place) => place.active.answering);
  const [inquiry] = shown.answering;
  const tabStop = shown.answering.find((one) => one.id === activeId) ?? inquiry;
  const refuse = useRefuseSwapped(inquiry);
  return (
    <ColumnFrame column="answering">
      <div className={classes.stack} onClickCapture={refuse}>
        {rows.answering.length > 0 && (
          <ol className={classes.stack}>
            {rows.answering.map((row) => (
              <li key={row.key}>
                {row.kind === 'gone' && <GoneLine row={row} />}
                {row.kind === 'inquiry' && (
                  <InquiryCard
                    inquiry={row.inquiry}
                    column="answering"
                    isActive={row.inquiry === tabStop}
                    isCurrent={hasKeys && row.inquiry.id === activeId}
                  />
                )}
              </li>
            ))}
          </ol>
        )}
        {inquiry ? (
          <AnswerPanel key={inquiry.id} inquiry={inquiry} />
        ) : (
          <EmptyState
            icon={<IconMicrophone />}
            title={t(all.answering.length > 0 ? 'empty.filtered' : 'empty.answering')}
          >
            {all.answering.length > 0 ? null : t('emptyHint.answering')}
          </EmptyState>
        )}
        <NextLine />
      </div>
    </ColumnFrame>
  );
}

/** A press that was on its way when somebody else gave the floor to another question was not meant for that one. */
function useRefuseSwapped(inquiry: DeskInquiry | undefined) {
  const t = useT('qna/desk');
  const { holds } = useDesk();
  const isJustShown = useJustShown(inquiry?.id ?? null);
  return (event: MouseEvent) => {
    if (!inquiry || event.detail === 0 || !isJustShown() || holds.read().own.has(inquiry.id)) return;
    event.preventDefault();
    event.stopPropagation();
    showNote(t('keys.floorChanged'), t('taken.nothingElse'));
  };
}

function AnswerPanel({ inquiry }: { inquiry: DeskInquiry }) {
  const t = useT('qna/desk');
  const { role, actions } = useDesk();
  const mayName = mayMove(role, 'answerer', inquiry);
  const mayNote = mayMove(role, 'note', inquiry);
  return (
    <section className={classes.panel} aria-label={t('answer.label')}>
      <h3 className={classes.label}>{t('answer.answerer')}</h3>
      <div className={classes.person}>
        {inquiry.answerer !== '' && <Avatar id={inquiry.answerer} name={inquiry.answerer} size={36} />}
        <span className={classes.name} data-none={inquiry.answerer === '' || undefined}>
          {inquiry.answerer || t('answer.nobody')}
        </span>
        {mayName && (
          <Button kind="ghost" size="xs" onClick={() => actions.open({ kind: 'answerer', inquiry })}>
            {t(inquiry.answerer === '' ? 'answer.name' : 'answer.change')}
          </Button>
        )}
      </div>
      {mayNote && <NoteField inquiry={inquiry} />}
      {!mayNote && inquiry.note !== '' && (
        <>
          <h3 className={classes.label}>{t('note.label')}</h3>
          <p className={classes.note}>{inquiry.note}</p>
        </>
      )}
    </section>
  );
}

function NextLine() {
  const t = useT('qna/desk');
  const { session, find } = useDesk();
  const next = session.live.nextId === null ? undefined : find(session.live.nextId);
  if (!next || next.state !== 'approved') return null;
  return (
    <p className={classes.next}>
      <IconArrowNarrowRight aria-hidden="true" />
      <span>{t('answer.next', { text: next.text })}</span>
    </p>
  );
}
