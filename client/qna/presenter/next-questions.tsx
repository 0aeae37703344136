import type { PublicInquiry } from '../../../shared/qna/inquiry.schema.js';
import type { InquiryId } from '../../../shared/qna/session.schema.js';
import { useT } from '../../platform/text/i18n.js';
import { Bone, Loading } from '../../ui/feedback/skeletons.js';
import { Chip } from '../../ui/data/chip.js';
import { Question } from '../question/question.js';
import classes from './next-questions.module.css';

const SHOWN = 5;

type NextQuestionsProps = {
  /** Undefined until it is known. */
  upcoming: readonly PublicInquiry[] | undefined;
  nextId: InquiryId | null;
};

/** What the speaker may prepare for. */
export function NextQuestions({ upcoming, nextId }: NextQuestionsProps) {
  const t = useT('qna/presenter');
  return (
    <aside className={classes.aside} aria-label={t('next')}>
      <h2 className={classes.heading}>{t('next')}</h2>
      {upcoming === undefined && (
        <Loading>
          <Bone height={96} />
        </Loading>
      )}
      {upcoming?.length === 0 && <p className={classes.none}>{t('noNext')}</p>}
      <ol>
        {upcoming?.slice(0, SHOWN).map((inquiry) => (
          <li key={inquiry.id} className={classes.row}>
            {inquiry.id === nextId && (
              <Chip size="sm" kind="navy">
                {t('chosenNext')}
              </Chip>
            )}
            <Question question={inquiry} look="next" />
          </li>
        ))}
      </ol>
    </aside>
  );
}
