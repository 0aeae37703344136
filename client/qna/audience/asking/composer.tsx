import { IconInfoCircle, IconSend } from '@tabler/icons-react';
import { lazy, Suspense, useId, useRef, useState, type KeyboardEvent } from 'react';
import type { QnaSessionView } from '../../../../shared/qna/session.schema.js';
import { useFailureText } from '../../../platform/api/errors.js';
import { useT } from '../../../platform/text/i18n.js';
import { Button } from '../../../ui/form/button.js';
import { showDone } from '../../../ui/feedback/toast-queue.js';
import type { QnaRoom } from '../../room/qna-room.js';
import { AnonymitySwitch } from './anonymity-switch.js';
import type { Asking } from './asking.rules.js';
import classes from './composer.module.css';
import { LengthCounter } from '../../question/length-counter.js';
import { PrivacySentences } from '../../question/privacy-sentences.js';
import { isQuestionText, lengthSign } from '../../question/question-limits.rules.js';
import type { Owned } from '../device/own-news.rules.js';
import type { QuestionDevice } from '../device/question-device.js';
import type { OwnQuestions } from './use-own-questions.js';
import { useSimilar } from './use-similar.js';

/** Only for who types something that was asked before. */
const SimilarQuestions = lazy(() =>
  import('./similar-questions.js').then(({ SimilarQuestions: list }) => ({ default: list })),
);

type ComposerProps = {
  session: QnaSessionView;
  room: QnaRoom;
  own: OwnQuestions;
  owned: Owned;
  asking: Extract<Asking, { kind: 'open' | 'wait' }>;
};

/** Where a question is written. What is typed survives a reload; the anonymous switch starts anew with each question. */
export function Composer({ session, room, own, owned, asking }: ComposerProps) {
  const t = useT('qna/audience');
  const hidden = session.privacy.level === 'hidden';
  const { text, setText } = useDraft(own.device);
  const [wantsAnonymous, setWantsAnonymous] = useState(false);
  const [active, setActive] = useState(false);
  const anonymous = hidden || wantsAnonymous;
  const form = useRef<HTMLFormElement>(null);
  const ids = { counter: useId(), privacy: useId(), error: useId() };
  const sending = useSending(own, {
    onGone: () => {
      setText('');
      setWantsAnonymous(false);
    },
  });
  const similar = useSimilar(session.id, active ? text : '');
  const fits = isQuestionText(text);
  const submit = () => {
    if (fits && asking.kind === 'open' && !sending.busy) void sending.send(text.trim(), anonymous);
  };
  return (
    <form
      ref={form}
      className={classes.composer}
      data-open={active || text !== '' || undefined}
      data-active={active || undefined}
      aria-label={t('composer.title')}
      onFocus={() => setActive(true)}
      onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && setActive(false)}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <h2 className={classes.title}>{t('composer.title')}</h2>
      {similar.length > 0 && (
        <Suspense>
          <SimilarQuestions
            items={similar}
            voting={session.live.voting}
            owned={owned}
            onVote={(id, up) => room.vote(id, up)}
          />
        </Suspense>
      )}
      <div className={classes.field}>
        <textarea
          rows={1}
          value={text}
          placeholder={t('composer.placeholder')}
          aria-label={t('composer.title')}
          aria-describedby={`${ids.error} ${ids.counter} ${ids.privacy}`}
          aria-invalid={lengthSign(text) === 'over' || undefined}
          readOnly={sending.busy}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => isSendKey(event) && form.current?.requestSubmit()}
        />
        <LengthCounter id={ids.counter} text={text} />
      </div>
      <p id={ids.error} className={classes.error} role="alert">
        {sending.error}
      </p>
      <div className={classes.more}>
        <div className={classes.row}>
          <AnonymitySwitch
            level={session.privacy.level}
            checked={anonymous}
            locked={hidden}
            describedBy={ids.privacy}
            onChange={setWantsAnonymous}
          />
          <Button
            type="submit"
            kind="primary"
            className={classes.send}
            icon={<IconSend aria-hidden="true" />}
            disabled={!fits || asking.kind !== 'open'}
            busy={sending.busy}
            busyText={t('composer.sending')}
          >
            {t('composer.send')}
          </Button>
        </div>
        <AskingLine asking={asking} />
        <PrivacySentences
          id={ids.privacy}
          look="line"
          icon={<IconInfoCircle aria-hidden="true" />}
          rule={session.privacy}
          of={anonymous ? 'anonymous' : 'byName'}
        />
      </div>
    </form>
  );
}

/** Ctrl or ⌘ with Enter sends, as in most fields of several lines. */
const isSendKey = (event: KeyboardEvent) => event.key === 'Enter' && (event.ctrlKey || event.metaKey);

/** How many more, or how long to wait. */
function AskingLine({ asking }: Pick<ComposerProps, 'asking'>) {
  const t = useT('qna/audience');
  if (asking.kind === 'wait') {
    return <p className={classes.wait}>{t('composer.wait', { count: asking.seconds })}</p>;
  }
  if (asking.left === null) return null;
  return <p className={classes.left}>{t('composer.left', { count: asking.left })}</p>;
}

/** What is being typed, kept on the device letter by letter. */
function useDraft(device: QuestionDevice) {
  const [text, setShown] = useState(device.draft);
  const setText = (next: string) => {
    setShown(next);
    device.keepDraft(next);
  };
  return { text, setText };
}

function useSending(own: OwnQuestions, { onGone }: { onGone: () => void }) {
  const t = useT('qna/audience');
  const explain = useFailureText('qna');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState('');
  return {
    busy,
    error,
    async send(text: string, anonymous: boolean) {
      setBusy(true);
      setError('');
      // From here on the queue holds it; a reload must not find it twice.
      own.device.keepDraft('');
      const fate = await own.ask(text, anonymous);
      setBusy(false);
      if (fate.kind === 'refused') {
        setError(explain(fate.failure));
        return;
      }
      if (fate.kind === 'kept') showDone(t('composer.kept'));
      onGone();
    },
  };
}
