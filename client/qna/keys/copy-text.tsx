import { TextInput } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useT } from '../../platform/text/i18n.js';
import { Button } from '../../ui/form/button.js';
import classes from './keys.module.css';

/** A text to take along: copied where the browser lets us, else selected for the reader to copy. */
export function CopyText({ label, value }: { label: string; value: string }) {
  const t = useT('qna/keys');
  const input = useRef<HTMLInputElement>(null);
  const [outcome, setOutcome] = useState<'copied' | 'selected' | null>(null);
  const copy = async () => {
    input.current?.select();
    setOutcome((await copied(value)) ? 'copied' : 'selected');
  };
  return (
    <div>
      <div className={classes.copy}>
        <TextInput
          ref={input}
          label={label}
          value={value}
          readOnly
          translate="no"
          spellCheck={false}
          classNames={{ input: classes.key }}
          onFocus={(event) => event.currentTarget.select()}
        />
        <Button icon={<IconCopy />} onClick={() => void copy()}>
          {t('copy.button')}
        </Button>
      </div>
      <p role="status" className={classes.outcome}>
        {outcome && t(`copy.${outcome}`)}
      </p>
    </div>
  );
}

/** Over plain http there is no clipboard at all. */
async function copied(text: string): Promise<boolean> {
  if (!('clipboard' in navigator)) return false;
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
