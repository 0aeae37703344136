import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { AnswerOffer } from '../../../../shared/contest/attempt.schema.js';
import type { QuestionResponse } from '../../../../shared/question-bank/question.schema.js';
import { useFailureText } from '../../../platform/api/errors.js';
import { useFormat, useT } from '../../../platform/text/i18n.js';
import { Banner } from '../../../ui/feedback/banner.js';
import { Button } from '../../../ui/form/button.js';
import { Sheet } from '../../../ui/layout/sheet.js';
import { attemptApi, attemptKey } from '../session/attempt.api.js';
import classes from './offer-sheet.module.css';
import type { ShownQuestion } from '../session/paper.rules.js';
import type { Attempt } from '../session/use-attempt.js';

type OfferSheetProps = { attempt: Attempt; open: boolean; onClose: () => void };

/** Answers an older device had not sent in time, each beside the present one: nothing is applied unasked. */
export function OfferSheet({ attempt, open, onClose }: OfferSheetProps) {
  const t = useT('contest/attempt');
  const { offers } = attempt.view;
  return (
    <Sheet size="lg" open={open && offers.length > 0} onClose={onClose} title={t('offers.title')}>
      <p className={classes.intro}>{t('offers.intro')}</p>
      <ul className={classes.offers}>
        {offers.map((offer) => {
          const question = attempt.questions.find(({ position }) => position === offer.position);
          return question && <Offer key={offer.id} attempt={attempt} offer={offer} question={question} />;
        })}
      </ul>
    </Sheet>
  );
}

type OfferProps = { attempt: Attempt; offer: AnswerOffer; question: ShownQuestion };

function Offer({ attempt, offer, question }: OfferProps) {
  const t = useT('contest/attempt');
  const { timeWithSeconds } = useFormat();
  const explain = useFailureText('contest/attempt');
  const { settling, failure, settle } = useSettling(attempt, offer);
  return (
    <li className={classes.offer}>
      <h3>
        <span className="num" translate="no">
          {t('question.number', { position: offer.position })}
        </span>{' '}
        {question.prompt.text}
      </h3>
      <div className={classes.sides}>
        <div className={classes.side}>
          <h4>{t('offers.present')}</h4>
          <ResponseText question={question} response={question.response} />
          <Button
            block
            busy={settling === 'keep'}
            busyText={t('offers.sending')}
            disabled={settling === 'use'}
            onClick={() => settle(false)}
          >
            {t('offers.keep')}
          </Button>
        </div>
        <div className={classes.side}>
          <h4>
            {t('offers.old')}
            <small>{t('offers.arrivedAt', { time: timeWithSeconds(offer.receivedAt) })}</small>
          </h4>
          <ResponseText question={question} response={offer.response} />
          <Button
            block
            busy={settling === 'use'}
            busyText={t('offers.sending')}
            disabled={settling === 'keep'}
            onClick={() => settle(true)}
          >
            {t('offers.use')}
          </Button>
        </div>
      </div>
      {failure !== null && (
        <Banner tone="danger" role="alert">
          {explain(failure)}
        </Banner>
      )}
    </li>
  );
}

function useSettling({ view, session }: Attempt, offer: AnswerOffer) {
  const queryClient = useQueryClient();
  const [settling, setSettling] = useState<'keep' | 'use' | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const send = async (use: boolean) => {
    const order = await session.nextOrder();
    if (!order) return;
    const settled = await attemptApi.settleOffer(view.id, offer.id, { use, ...order });
    queryClient.setQueryData(attemptKey(view.id), settled);
  };
  const settle = (use: boolean) => {
    setSettling(use ? 'use' : 'keep');
    setFailure(null);
    send(use).then(
      () => setSettling(null),
      (error: unknown) => {
        setSettling(null);
        setFailure(error);
      },
    );
  };
  return { settling, failure, settle };
}

type ResponseTextProps = { question: ShownQuestion; response: QuestionResponse | null };

function ResponseText({ question: { prompt }, response }: ResponseTextProps) {
  const t = useT('contest/attempt');
  const { number } = useFormat();
  const lines = linesOf();
  return (
    <ul className={classes.response} data-none={response === null || undefined}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );

  function linesOf(): string[] {
    if (response === null) return [t('offers.none')];
    if (response.type === 'true_false') return [t(response.value ? 'trueFalse.true' : 'trueFalse.false')];
    if (response.type === 'short_text') return [response.text];
    if (response.type === 'number') return [number(response.value, 12)];
    const chosen = response.type === 'single_choice' ? [response.choice] : response.choices;
    const options = 'options' in prompt ? prompt.options : [];
    return options.flatMap((option, index) =>
      chosen.includes(option.id) ? [`${String.fromCharCode(65 + index)}. ${option.text}`] : [],
    );
  }
}
