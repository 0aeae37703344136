import { IconFocus2, IconPencil, IconUserQuestion } from '@tabler/icons-react';
import { memo, useId, type KeyboardEvent } from 'react';
import type { DeskInquiry } from '../../../../shared/qna/inquiry.schema.js';
import { calledName } from '../../../platform/text/called-name.js';
import { useFormat, useT } from '../../../platform/text/i18n.js';
import { Avatar } from '../../../ui/data/avatar.js';
import { Votes } from '../../question/question.js';
import { QuestionLine, QuestionText, useQuestionFacts } from '../../question/question-words.js';
import { PickBox } from './pick-box.js';
import { CardActions } from './card-actions.js';
import { CardChips } from './card-chips.js';
import type { Column } from '../hand/columns.rules.js';
import { useDesk } from '../state/desk-context.js';
import { moveInto } from '../state/desk-may.rules.js';
import classes from './inquiry-card.module.css';
import { cardId } from '../hand/use-desk-focus.js';

type InquiryCardProps = {
  inquiry: DeskInquiry;
  column: Column;
  /** The one card of its column that Tab leads to. */
  isActive: boolean;
  /** The one card of the desk that the keys act on. */
  isCurrent: boolean;
};

/** A question on the board. The keys act on the card that has the focus; its buttons do the same. */
export const InquiryCard = memo(function InquiryCard(props: InquiryCardProps) {
  const { inquiry, column, isActive, isCurrent } = props;
  const { focus, actions, drag, role, lockOf, arrived, picks } = useDesk();
  const textId = useId();
  const metaId = useId();
  const isLocked = lockOf(inquiry.id) !== null;
  const steps: Record<string, () => void> = {
    ArrowDown: () => actions.step(1),
    ArrowUp: () => actions.step(-1),
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.target === event.currentTarget ? steps[event.key] : undefined;
    if (!step) return;
    event.preventDefault();
    step();
  };
  return (
    <article
      id={cardId(inquiry.id)}
      tabIndex={isActive ? 0 : -1}
      className={classes.card}
      data-current={isCurrent || undefined}
      data-answering={column === 'answering' || undefined}
      data-locked={isLocked || undefined}
      data-arrived={arrived.has(inquiry.id) || undefined}
      data-picked={picks.ids.has(inquiry.id) || undefined}
      aria-labelledby={textId}
      aria-describedby={metaId}
      draggable={!isLocked && isDraggable(inquiry, role)}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('text/plain', inquiry.text);
        drag.set(inquiry);
      }}
      onDragEnd={() => drag.set(null)}
      // A box chooses for the bar; what is at hand stays.
      onFocus={({ target }) => {
        if (!target.matches('[type=checkbox]')) focus.settle(column, inquiry.id);
      }}
      onKeyDown={onKeyDown}
    >
      <PickBox inquiry={inquiry} isCurrent={isCurrent} />
      <div className={classes.body}>
        {isCurrent && <AtHand inquiry={inquiry} />}
        <CardChips inquiry={inquiry} />
        <QuestionText id={textId} look="card">
          {inquiry.text}
        </QuestionText>
        <Meta id={metaId} inquiry={inquiry} />
        <CardActions inquiry={inquiry} isCurrent={isCurrent} />
      </div>
    </article>
  );
});

/** Says in words what the ring says: the keys act on this card. */
function AtHand({ inquiry }: { inquiry: DeskInquiry }) {
  const t = useT('qna/desk');
  const { time } = useFormat();
  const when = { time: time(inquiry.askedAt) };
  return (
    <p className={classes.hand}>
      <IconFocus2 aria-hidden="true" />
      {inquiry.author ? t('card.atHand', when) : t('card.atHandAbout', when)}
    </p>
  );
}

const isDraggable = (inquiry: DeskInquiry, role: Parameters<typeof moveInto>[2]) =>
  (['pending', 'approved', 'answering', 'answered', 'aside'] as const).some(
    (column) => moveInto(column, inquiry, role) !== null,
  );

/** Who asked, as far as anybody may know, and how many support it. */
function Meta({ id, inquiry }: { id: string; inquiry: DeskInquiry }) {
  const t = useT('qna/desk');
  const { time } = useFormat();
  const { name } = useQuestionFacts();
  const { author, askedAt, votes } = inquiry;
  const lock = useDesk().lockOf(inquiry.id);
  return (
    <QuestionLine id={id} look="card">
      {author ? (
        <Avatar id={inquiry.authorId ?? author.name} name={author.name} size={24} />
      ) : (
        <span className={classes.nobody} aria-hidden="true">
          <IconUserQuestion />
        </span>
      )}
      <span className={classes.author} title={t('card.askedAt', { time: time(askedAt) })}>
        <span>{name(author)}</span>
        {/* In the place of something else, so that it makes no card higher under somebody's pointer. */}
        {lock ? (
          <span className={classes.lock}>
            <IconPencil aria-hidden="true" />
            {t('card.locked', { name: calledName(lock.name) })}
          </span>
        ) : (
          (author ? author.unit : true) && (
            <span className={classes.unit}>
              {author ? author.unit : t('card.about', { time: time(askedAt) })}
            </span>
          )
        )}
      </span>
      <Votes count={votes} look="card" />
    </QuestionLine>
  );
}
