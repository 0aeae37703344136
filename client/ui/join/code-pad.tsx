import {
  IconAlertCircle,
  IconArrowRight,
  IconClipboardText,
  IconCloudOff,
  IconMessageQuestion,
  IconX,
} from '@tabler/icons-react';
import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { connection } from '../../platform/api/connection.js';
import { useT } from '../../platform/text/i18n.js';
import { Button } from '../form/button.js';
import { codeTrouble, entryOf } from './code-pad.rules.js';
import classes from './code-pad.module.css';

const EXAMPLE = '7K3P';

/** What came of the code that the address of the page holds. */
export type Tried = {
  code: string;
  isLooking: boolean;
  /** Why it does not lead in. */
  refusal: Refusal | null;
  again: () => void;
};

export type Refusal = {
  title: string;
  text?: string;
  /** It goes by itself when the network is back. */
  isHeld?: boolean;
  /** Until another try is worth it. */
  waitSeconds?: number;
  /** What helps where another code would not, in place of the button. */
  instead?: ReactNode;
};

type CodePadProps = {
  /** `page` where it is all there is to do, `card` beside something else. */
  size: 'page' | 'card';
  tried?: Tried;
};

/** One field for a code, typed or pasted, also as a link. Whoever has none needs no account to use it. */
export function CodePad({ size, tried }: CodePadProps) {
  const t = useT('ui/join');
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  const { text, said, isLooking, type, submit } = useEntry(tried, () => field.current?.focus());
  const isAlone = size === 'page' && tried === undefined;
  useEffect(() => {
    if (!isAlone) return undefined;
    // A frame later: after a navigation the page's own content takes the focus first.
    const frame = requestAnimationFrame(() => field.current?.focus());
    return () => cancelAnimationFrame(frame);
  }, [isAlone]);
  const isWrong = said?.kind === 'wrong';
  return (
    <form
      className={classes.pad}
      data-size={size}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <label htmlFor={id} className={size === 'page' ? 'visually-hidden' : classes.label}>
        {t('code.label')}
      </label>
      <div className={classes.field} data-wrong={isWrong || undefined}>
        <input
          ref={field}
          id={id}
          value={text}
          placeholder={size === 'card' ? EXAMPLE : undefined}
          autoComplete="off"
          autoCapitalize="characters"
          autoCorrect="off"
          spellCheck={false}
          inputMode="text"
          enterKeyHint="go"
          translate="no"
          aria-describedby={`${id}-said`}
          aria-invalid={isWrong || undefined}
          onChange={({ target }) => {
            keepCaret(target);
            type(target.value);
          }}
        />
        <FieldButton
          isWrong={isWrong}
          onText={(pasted) => {
            if (pasted !== null) type(pasted);
            field.current?.focus();
          }}
        />
      </div>
      <div id={`${id}-said`} className={classes.said} role="status">
        {said ? <Said {...said} /> : <p>{t('code.hint', { example: EXAMPLE })}</p>}
      </div>
      {said?.instead ?? (
        <Send
          size={size}
          isAgain={tried?.refusal != null && tried.code === text}
          isLooking={isLooking}
          isOff={(said?.waitSeconds ?? 0) > 0}
        />
      )}
    </form>
  );
}

/** Writing another text than was typed sends the caret to the end: it goes back behind what stood before it. */
function keepCaret(field: HTMLInputElement): void {
  const before = entryOf(field.value.slice(0, field.selectionStart ?? undefined));
  if (before.kind === 'session') return;
  const { length } = before.code;
  queueMicrotask(() => field.setSelectionRange(length, length));
}

type Saying = Omit<Refusal, 'isHeld'> & { kind: 'wrong' | 'held' | 'known' };

/** The field and what is to be said of it; going there is changing the address. */
function useEntry(tried: Tried | undefined, focus: () => void) {
  const t = useT('ui/join');
  const navigate = useNavigate();
  const [text, setText] = useState(tried?.code ?? '');
  const [isSent, setIsSent] = useState(tried !== undefined);
  const [held, setHeld] = useState<string | null>(null);
  const current = tried?.code === text ? tried : undefined;
  const trouble = codeTrouble(text);
  const refusal = current?.refusal ?? null;

  const go = (path: string) => {
    // One way back leads out of all codes that were tried.
    if (connection.state() === 'offline') setHeld(path);
    else void navigate(path, { replace: tried !== undefined });
  };
  useEffect(() => {
    if (held === null) return undefined;
    return connection.subscribe(() => {
      if (connection.state() === 'offline') return;
      setHeld(null);
      void navigate(held);
    });
  }, [held, navigate]);

  const send = (code: string) => {
    setIsSent(true);
    if (codeTrouble(code) !== null) focus();
    else if (code === tried?.code) tried.again();
    else go(`/q/${code}`);
  };
  const type = (typed: string) => {
    const entry = entryOf(typed);
    setHeld(null);
    setIsSent(false);
    if (entry.kind === 'session') return go(`/qna/${entry.id}`);
    setText(entry.code);
    if (entry.fromLink) send(entry.code);
  };
  const submit = () => {
    if (!current?.isLooking && (refusal?.waitSeconds ?? 0) === 0) send(text);
  };

  const sayingOf = (): Saying | null => {
    if (held !== null) return { kind: 'held', title: t('code.offline') };
    if (refusal) return { ...refusal, kind: refusal.isHeld ? 'held' : 'wrong' };
    if (trouble === 'lookalike' || (isSent && trouble)) return { kind: 'wrong', title: t(`code.${trouble}`) };
    return trouble === null ? { kind: 'known', title: t('code.known') } : null;
  };
  return { text, said: sayingOf(), isLooking: current?.isLooking ?? false, type, submit };
}

const icons = { wrong: IconAlertCircle, held: IconCloudOff, known: IconMessageQuestion };

function Said({ kind, title, text, waitSeconds = 0 }: Saying) {
  const t = useT('ui/join');
  const Icon = icons[kind];
  return (
    <p data-kind={kind}>
      <Icon aria-hidden="true" />
      <span>
        {text === undefined && waitSeconds === 0 ? title : <b>{title}</b>} {text}
        {waitSeconds > 0 && (
          <span role="timer" aria-live="off" translate="no">
            {t('code.wait', { count: waitSeconds })}
          </span>
        )}
      </span>
    </p>
  );
}

type SendProps = { size: CodePadProps['size']; isAgain: boolean; isLooking: boolean; isOff: boolean };

function Send({ size, isAgain, isLooking, isOff }: SendProps) {
  const t = useT('ui/join');
  const isAlone = size === 'page';
  return (
    <Button
      type="submit"
      className={classes.send}
      kind={isAlone ? 'primary' : 'outline'}
      size={isAlone ? 'lg' : 'md'}
      iconAfter={isAgain ? undefined : <IconArrowRight aria-hidden="true" />}
      busy={isLooking}
      busyText={t('code.looking')}
      aria-disabled={isOff || undefined}
    >
      {isAgain ? t('code.again') : t(isAlone ? 'code.join' : 'code.go')}
    </Button>
  );
}

type FieldButtonProps = { isWrong: boolean; onText: (text: string | null) => void };

/** Empties a field that holds a wrong code; else pastes, where the browser lets a page read the clipboard. */
function FieldButton({ isWrong, onText }: FieldButtonProps) {
  const t = useT('ui/join');
  if (isWrong) {
    return (
      <Button kind="ghost" icon={<IconX aria-hidden="true" />} onClick={() => onText('')}>
        {t('code.clear')}
      </Button>
    );
  }
  // Without a secure context it does not exist, whatever the types say.
  const clipboard: Partial<Clipboard> | undefined = navigator.clipboard;
  if (!clipboard?.readText) return null;
  // Refused: whoever wants to paste does it by hand.
  const paste = () => navigator.clipboard.readText().then(onText, () => onText(null));
  return (
    <Button kind="ghost" icon={<IconClipboardText aria-hidden="true" />} onClick={() => void paste()}>
      {t('code.paste')}
    </Button>
  );
}
