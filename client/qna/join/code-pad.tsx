import { useId, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { useFailureText } from '../../platform/errors.js';
import { useT } from '../../platform/i18n.js';
import { Button } from '../../ui/button.js';
import { CODE_SIZE, codeFrom } from './code.rules.js';
import classes from './code-pad.module.css';
import { readInvitation } from './join.api.js';

/** Four cells over one real field, so that typing, pasting and screen readers all work. The last character sends. */
export function CodePad() {
  const t = useT('join');
  const explain = useFailureText('qna');
  const navigate = useNavigate();
  const [code, setCode] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const ids = { field: useId(), error: useId() };
  const join = async (wanted: string) => {
    setBusy(true);
    setError('');
    try {
      const { id, admitted } = await readInvitation(wanted);
      await navigate(admitted ? `/qna/${id}` : `/q/${wanted}`);
    } catch (failure) {
      setError(explain(failure));
      field.current?.select();
    }
    setBusy(false);
  };
  const type = (text: string) => {
    const next = codeFrom(text);
    setCode(next);
    setError('');
    if (next.length === CODE_SIZE && next !== code && !busy) void join(next);
  };
  return (
    <form
      className={classes.pad}
      onSubmit={(event) => {
        event.preventDefault();
        if (code.length < CODE_SIZE) setError(t('code.short'));
        else void join(code);
      }}
    >
      <label htmlFor={ids.field} className={classes.label}>
        {t('code.label')}
      </label>
      <div className={classes.line}>
        <div className={classes.cells} data-wrong={error !== '' || undefined}>
          <input
            ref={field}
            id={ids.field}
            value={code}
            autoComplete="off"
            autoCapitalize="characters"
            autoCorrect="off"
            spellCheck={false}
            inputMode="text"
            enterKeyHint="go"
            aria-describedby={`${ids.error} ${ids.field}-hint`}
            aria-invalid={error !== '' || undefined}
            onChange={(event) => type(event.target.value)}
          />
          {Array.from({ length: CODE_SIZE }, (_cell, at) => (
            <span
              key={at}
              aria-hidden="true"
              data-next={at === Math.min(code.length, CODE_SIZE - 1) || undefined}
            >
              {code[at]}
            </span>
          ))}
        </div>
        <Button type="submit" kind="primary" size="lg" busy={busy} busyText={t('code.joining')}>
          {t('code.join')}
        </Button>
      </div>
      <p id={ids.error} className={classes.error} role="alert">
        {error}
      </p>
      <p id={`${ids.field}-hint`} className={classes.hint}>
        {t('code.hint')}
      </p>
    </form>
  );
}
