import {
  IconCircleCheck,
  IconMessageQuestion,
  IconMicrophone,
  IconPlayerTrackNext,
  IconUserQuestion,
  IconUserStar,
} from '@tabler/icons-react';
import type { CSSProperties } from 'react';
import type { PublicInquiry } from '../../../shared/qna/inquiry.schema.js';
import type { QnaLive } from '../../../shared/qna/session.schema.js';
import { useT } from '../../platform/text/i18n.js';
import { gradientOf, initialsOf } from '../../ui/data/initials.js';
import { Votes } from '../question/question.js';
import { QuestionText, useQuestionFacts } from '../question/question-words.js';
import { textSizeOf } from './projector.rules.js';
import classes from './question-face.module.css';

type QuestionFaceProps = { question: PublicInquiry; live: QnaLive };

/** A question for the whole room: what is happening to it, its text, who asked, how many support it, who answers. */
export function QuestionFace({ question, live }: QuestionFaceProps) {
  const t = useT('qna/projector');
  const isNow = live.now?.inquiryId === question.id;
  const answerer = isNow ? live.now?.answeredBy : question.answer?.by;
  const size: CSSProperties & Record<'--size', number> = { '--size': textSizeOf(question.text) };
  return (
    <>
      <div className={classes.centre}>
        <Moment
          kind={isNow ? 'now' : question.state === 'answered' ? 'answered' : momentOf(question, live)}
        />
        <QuestionText as="h1" look="stage" style={size}>
          {question.text}
        </QuestionText>
        <div className={classes.facts}>
          <Author author={question.author} />
          <Votes count={question.votes} look="stage" />
        </div>
      </div>
      <footer className={classes.answerer}>
        {answerer && (
          <>
            <IconUserStar aria-hidden="true" />
            <span>
              {t('answeredBy')} <b>{answerer}</b>
            </span>
          </>
        )}
      </footer>
    </>
  );
}

const momentOf = (question: PublicInquiry, live: QnaLive) =>
  live.nextId === question.id ? 'next' : 'chosen';

const momentIcons = {
  now: IconMicrophone,
  answered: IconCircleCheck,
  next: IconPlayerTrackNext,
  chosen: IconMessageQuestion,
};

function Moment({ kind }: { kind: keyof typeof momentIcons }) {
  const t = useT('qna/projector');
  const Icon = momentIcons[kind];
  return (
    <p className={classes.moment} data-kind={kind}>
      <Icon aria-hidden="true" />
      {t(`moment.${kind}`)}
    </p>
  );
}

function Author({ author }: Pick<PublicInquiry, 'author'>) {
  const { name } = useQuestionFacts();
  if (!author) {
    return (
      <span className={classes.author}>
        <span className={classes.disc} aria-hidden="true">
          <IconUserQuestion />
        </span>
        <b>{name(author)}</b>
      </span>
    );
  }
  return (
    <span className={classes.author}>
      <span
        className={classes.disc}
        style={{ background: gradientOf(`${author.name} ${author.unit}`) }}
        data-named=""
        aria-hidden="true"
      >
        {initialsOf(author.name)}
      </span>
      <span className={classes.who}>
        <b>{author.name}</b>
        {author.unit !== '' && <span>{author.unit}</span>}
      </span>
    </span>
  );
}
