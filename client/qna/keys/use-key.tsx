import { PasswordInput } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { useRef, useState, type ChangeEvent, type FormEvent, type ReactNode } from 'react';
import { useT } from '../../platform/text/i18n.js';
import { Button } from '../../ui/form/button.js';
import classes from './keys.module.css';
import { privateKeyIn } from './private-key.rules.js';

/** A key file is some hundred characters. */
const MAX_FILE_BYTES = 10_000;

type UseKeyProps = {
  /** What the key does: “Mở lớp của tôi”. */
  action: string;
  icon: ReactNode;
  /** Resolves to what was wrong, null when it worked. The key is forgotten either way. */
  onKey: (privateKey: string) => Promise<string | null>;
};

/** Takes a private key from its file or from what was pasted, for this one act; it stays on this page. */
export function UseKey({ action, icon, onKey }: UseKeyProps) {
  const t = useT('qna/keys');
  const file = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [trouble, setTrouble] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  const tryKey = async (from: string) => {
    const key = privateKeyIn(from);
    if (key === null) return setTrouble(t('use.noKey'));
    setBusy(true);
    try {
      setTrouble(await onKey(key));
      setText('');
    } finally {
      setBusy(false);
    }
  };
  const read = async (event: ChangeEvent<HTMLInputElement>) => {
    const chosen = event.currentTarget.files?.[0];
    event.currentTarget.value = '';
    if (chosen) await tryKey(chosen.size > MAX_FILE_BYTES ? '' : await chosen.text());
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!busy) void tryKey(text);
  };
  return (
    <form className={classes.use} onSubmit={submit} noValidate>
      <PasswordInput
        label={t('use.paste')}
        description={t('use.stays')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        autoComplete="off"
        spellCheck={false}
        visibilityToggleButtonProps={{ 'aria-label': t('use.show') }}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setTrouble(null);
        }}
        error={trouble}
      />
      <div className={classes.buttons}>
        <input
          ref={file}
          type="file"
          hidden
          accept=".txt,text/plain"
          onChange={(event) => void read(event)}
        />
        <Button icon={<IconFileUpload />} onClick={() => file.current?.click()}>
          {t('use.file')}
        </Button>
        <Button type="submit" kind="primary" icon={icon} busy={busy} busyText={t('use.busy')}>
          {action}
        </Button>
      </div>
    </form>
  );
}
