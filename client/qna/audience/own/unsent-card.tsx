import { IconDeviceMobileCheck } from '@tabler/icons-react';
import type { AskInquiry } from '../../../../shared/qna/inquiry.schema.js';
import { useFailureText } from '../../../platform/api/errors.js';
import { useT } from '../../../platform/text/i18n.js';
import type { OutboxEntry } from '../../../platform/keep/outbox.js';
import { Button } from '../../../ui/form/button.js';
import { Chip } from '../../../ui/data/chip.js';
import { QuestionText } from '../../question/question-words.js';
import classes from './own-card.module.css';
import type { OwnQuestions } from '../asking/use-own-questions.js';

/** A question the server does not have: waiting for the network, or refused with a reason. */
export function UnsentCard({ entry, own }: { entry: OutboxEntry<AskInquiry>; own: OwnQuestions }) {
  const t = useT('qna/audience/own');
  const words = useT('qna');
  const explain = useFailureText('qna');
  const { value, refusal, waiting } = entry;
  return (
    <article className={classes.card} data-unsent="">
      <header className={classes.head}>
        <Chip size="sm" kind={refusal ? 'red' : 'amber'} icon={<IconDeviceMobileCheck aria-hidden="true" />}>
          {refusal ? t('unsent.refused') : t('unsent.waiting')}
        </Chip>
        {value.anonymous && <span className={classes.quiet}>{words('anonymous')}</span>}
      </header>
      <QuestionText look="list">{value.text}</QuestionText>
      <p className={classes.quiet}>
        {refusal ? explain(refusal) : t('unsent.explain')} {waiting && t('unsent.goesLater')}
      </p>
      <div className={classes.actions}>
        {refusal && (
          <Button size="sm" onClick={() => void own.again(value.key)}>
            {t('unsent.again')}
          </Button>
        )}
        <Button size="sm" kind="ghost" onClick={() => void own.device.forget(value.key)}>
          {t('unsent.forget')}
        </Button>
      </div>
    </article>
  );
}
