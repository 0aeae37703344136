import { IconBook2 } from '@tabler/icons-react';
import type { QuestionContent } from '../../../shared/question-bank/question.schema.js';
import { useT } from '../../platform/text/i18n.js';
import { AnswerKey } from './answer-key.js';
import classes from './content-view.module.css';

type ContentViewProps = {
  content: QuestionContent;
  /** Left out where a heading says it already. */ textHidden?: boolean;
};

/** A question as its author sees it: text, answers with the right ones marked, explanation and source. */
export function ContentView({ content, textHidden }: ContentViewProps) {
  const t = useT('question-bank');
  return (
    <div className={classes.root}>
      {!textHidden && <p className={classes.text}>{content.prompt.text}</p>}
      <AnswerKey content={content} />
      <section>
        <h3 className={classes.label}>{t('detail.explanation')}</h3>
        <p className={content.explanation ? classes.body : classes.none}>
          {content.explanation || t('detail.noExplanation')}
        </p>
      </section>
      <section>
        <h3 className={classes.label}>{t('detail.source')}</h3>
        {content.source ? (
          <p className={classes.source}>
            <IconBook2 aria-hidden="true" />
            <span>{content.source}</span>
          </p>
        ) : (
          <p className={classes.none}>{t('detail.noSource')}</p>
        )}
      </section>
    </div>
  );
}
