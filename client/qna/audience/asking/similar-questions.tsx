import { IconArrowBigUp, IconArrowBigUpFilled } from '@tabler/icons-react';
import { useState } from 'react';
import type { SimilarInquiries } from '../../../../shared/qna/inquiry.schema.js';
import type { InquiryId } from '../../../../shared/qna/session.schema.js';
import { useFailureText } from '../../../platform/api/errors.js';
import { useT } from '../../../platform/text/i18n.js';
import { Button } from '../../../ui/form/button.js';
import { showFailed } from '../../../ui/feedback/toast-queue.js';
import { useQuestionFacts } from '../../question/question-words.js';
import type { Owned } from '../device/own-news.rules.js';
import classes from './similar-questions.module.css';

type Similar = SimilarInquiries['items'][number];

type SimilarQuestionsProps = {
  items: Similar[];
  voting: boolean;
  owned: Owned;
  onVote: (inquiryId: InquiryId, up: boolean) => Promise<void>;
};

/** Somebody may have asked it already: supporting that counts for more than asking again. */
export function SimilarQuestions({ items, voting, owned, onVote }: SimilarQuestionsProps) {
  const t = useT('qna/audience');
  if (items.length === 0) return null;
  return (
    <section className={classes.box} aria-label={t('similar.title')}>
      <p className={classes.title}>{t('similar.title')}</p>
      <ul>
        {items.map((item) => (
          <SimilarRow
            key={item.id}
            item={item}
            fixed={!voting || item.state === 'answered' || item.own || owned.has(item.id)}
            onVote={onVote}
          />
        ))}
      </ul>
    </section>
  );
}

type SimilarRowProps = { item: Similar; fixed: boolean; onVote: SimilarQuestionsProps['onVote'] };

function SimilarRow({ item, fixed, onVote }: SimilarRowProps) {
  const t = useT('qna/audience');
  const words = useT('qna');
  const facts = useQuestionFacts();
  const explain = useFailureText('qna');
  const [pressed, setPressed] = useState<boolean | null>(null);
  const voted = pressed ?? item.voted;
  const votes = item.votes + (voted === item.voted ? 0 : voted ? 1 : -1);
  const vote = () => {
    setPressed(!voted);
    onVote(item.id, !voted).catch((error: unknown) => {
      setPressed(voted);
      showFailed(explain(error));
    });
  };
  return (
    <li className={classes.row}>
      <p>
        {item.text}
        <small>{item.state === 'answered' ? words('state.answered') : facts.votes(votes)}</small>
      </p>
      {!fixed && (
        <Button
          size="sm"
          kind={voted ? 'primary' : 'outline'}
          aria-pressed={voted}
          icon={voted ? <IconArrowBigUpFilled aria-hidden="true" /> : <IconArrowBigUp aria-hidden="true" />}
          onClick={vote}
        >
          {t('similar.support')}
        </Button>
      )}
    </li>
  );
}
