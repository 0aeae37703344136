import { useState } from 'react';
import type { AuthorKey, InquiryState } from '../../../../shared/qna/inquiry.schema.js';
import { useFormat, useT } from '../../../platform/text/i18n.js';
import { Banner } from '../../../ui/feedback/banner.js';
import { Button } from '../../../ui/form/button.js';
import { Chip } from '../../../ui/data/chip.js';
import { AnswerText } from '../../question/answer-text.js';
import { QuestionText, useQuestionFacts } from '../../question/question-words.js';
import classes from './own-card.module.css';
import type { OwnQuestion } from '../device/own-news.rules.js';
import { OwnEditor } from './own-editor.js';

type OwnCardProps = {
  sessionId: string;
  question: OwnQuestion;
  onEdited: () => void;
  onWithdraw: (question: { id: string; key: AuthorKey | null; text: string }) => void;
};

const kindOf: Record<InquiryState, 'plain' | 'amber' | 'navy' | 'now' | 'teal' | 'plum' | 'red'> = {
  pending: 'amber',
  approved: 'navy',
  answering: 'now',
  answered: 'teal',
  merged: 'plum',
  declined: 'red',
  withdrawn: 'plain',
};

/** One's own question: receipt, state, every step, and what can still be done. */
export function OwnCard({ sessionId, question, onEdited, onWithdraw }: OwnCardProps) {
  const t = useT('qna/audience/own');
  const words = useT('qna');
  const facts = useQuestionFacts();
  const [editing, setEditing] = useState(false);
  const { id, key, state, text, can } = question;
  return (
    <article className={classes.card} aria-label={t('own.number', { number: question.number })}>
      <header className={classes.head}>
        <Chip size="sm" kind={kindOf[state]}>
          {words(`state.${state}`)}
        </Chip>
        <span className={`${classes.quiet} num`} translate="no">
          {t('own.number', { number: question.number })}
        </span>
        {question.anonymous && <span className={classes.quiet}>{words('anonymous')}</span>}
        {state !== 'pending' && (
          <span className={`${classes.votes} num`} translate="no">
            {facts.votes(question.votes)}
          </span>
        )}
      </header>
      {editing ? (
        <OwnEditor
          sessionId={sessionId}
          question={{ id, key, text }}
          onEdited={onEdited}
          onClose={() => setEditing(false)}
        />
      ) : (
        <QuestionText look="list">{text}</QuestionText>
      )}
      <Outcome question={question} />
      <Steps question={question} />
      {!editing && (can.edit || can.withdraw) && (
        <div className={classes.actions}>
          {can.edit && (
            <Button size="sm" onClick={() => setEditing(true)}>
              {t('own.edit')}
            </Button>
          )}
          {can.withdraw && (
            <Button size="sm" kind="ghost" onClick={() => onWithdraw({ id, key, text })}>
              {t('own.withdraw')}
            </Button>
          )}
        </div>
      )}
    </article>
  );
}

/** What became of it, in words: why it was not taken, where it went, what was answered, who wants to know its author. */
function Outcome({ question }: { question: OwnQuestion }) {
  const t = useT('qna/audience/own');
  const words = useT('qna');
  const { dateTime } = useFormat();
  const { decline, mergedInto, originalText, answer, opening } = question;
  return (
    <>
      {originalText !== null && originalText !== question.text && (
        <p className={classes.quiet}>{t('own.original', { text: originalText })}</p>
      )}
      {decline && (
        <div className={classes.reason}>
          <p>{t('own.declined', { reason: words(`decline.${decline.reason}`) })}</p>
          {decline.note !== '' && <p>{decline.note}</p>}
        </div>
      )}
      {mergedInto && (
        <div className={classes.reason}>
          <p>{t(mergedInto.text === null ? 'own.mergedUnseen' : 'own.mergedInto')}</p>
          {mergedInto.text !== null && <blockquote>{mergedInto.text}</blockquote>}
        </div>
      )}
      {answer && <AnswerText answer={answer} />}
      {mergedInto?.answer && <AnswerText answer={mergedInto.answer} />}
      {opening && (
        <Banner tone="warning">
          {t(opening.opened ? 'own.opened' : 'own.opening', {
            time: dateTime(opening.at),
            reason: opening.reason,
          })}
        </Banner>
      )}
    </>
  );
}

/** The life of a question, oldest first. */
function Steps({ question }: { question: OwnQuestion }) {
  const t = useT('qna/audience/own');
  const { time } = useFormat();
  return (
    <ol className={classes.steps} aria-label={t('own.steps')}>
      {question.steps.map((step, at) => (
        <li key={at}>
          <time dateTime={step.at} className="num" translate="no">
            {question.anonymous ? t('about', { time: time(step.at) }) : time(step.at)}
          </time>
          <span>{t(`step.${step.kind}`)}</span>
        </li>
      ))}
    </ol>
  );
}
