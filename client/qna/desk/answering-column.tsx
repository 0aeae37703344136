import { IconArrowNarrowRight, IconMicrophone } from '@tabler/icons-react';
import type { DeskInquiry } from '../../../shared/qna/inquiry.schema.js';
import { useT } from '../../platform/i18n.js';
import { Avatar } from '../../ui/avatar.js';
import { Button } from '../../ui/button.js';
import { EmptyState } from '../../ui/empty-state.js';
import classes from './answering-column.module.css';
import { ColumnFrame } from './column-frame.js';
import { atHand } from './columns.rules.js';
import { useDesk } from './desk-context.js';
import { mayMove } from './desk-may.rules.js';
import { InquiryCard } from './inquiry-card.js';
import { NoteField } from './note-field.js';
import { usePlace } from './use-desk-focus.js';

/** The one question that has the floor, who answers it, the note for the minutes, and what comes next. */
export function AnsweringColumn() {
  const t = useT('desk');
  const { shown, all, focus } = useDesk();
  const hasKeys = usePlace(focus, (place) => place.column === 'answering');
  const activeId = usePlace(focus, (place) => place.active.answering);
  const inquiries = shown.answering;
  const atHandId = atHand(inquiries, activeId)?.id;
  const [inquiry] = inquiries;
  return (
    <ColumnFrame column="answering">
      <div className={classes.stack}>
        {inquiry ? (
          <>
            <ol className={classes.stack}>
              {inquiries.map((one) => (
                <li key={one.id}>
                  <InquiryCard
                    inquiry={one}
                    column="answering"
                    isActive={one.id === atHandId}
                    isCurrent={hasKeys && one.id === atHandId}
                  />
                </li>
              ))}
            </ol>
            <AnswerPanel key={inquiry.id} inquiry={inquiry} />
          </>
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

function AnswerPanel({ inquiry }: { inquiry: DeskInquiry }) {
  const t = useT('desk');
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
  const t = useT('desk');
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
