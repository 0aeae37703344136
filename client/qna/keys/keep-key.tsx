import { Checkbox } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useEffect, useId, useRef, useState } from 'react';
import { useFailureText } from '../../platform/api/errors.js';
import { useFormat, useT } from '../../platform/text/i18n.js';
import { dateOf, serverNow } from '../../platform/time/server-time.js';
import { useSession } from '../../platform/api/session.js';
import { Banner } from '../../ui/feedback/banner.js';
import { Button } from '../../ui/form/button.js';
import { showDone } from '../../ui/feedback/toast-queue.js';
import type { KeyPair } from './boxes.js';
import { CopyText } from './copy-text.js';
import { useRegisterKey } from './keys.api.js';
import classes from './keys.module.css';
import { fileNameOf, markOf, writtenKey } from './private-key.rules.js';
import { saveFile } from '../../platform/page/save-file.js';

type KeepKeyProps = {
  pair: KeyPair;
  /** Whether there is a key in force already. */
  replaces: boolean;
  onEnd: () => void;
};

/** The private key in sight once, to be kept; only then the public one is registered. It is never sent or stored. */
export function KeepKey({ pair, replaces, onEnd }: KeepKeyProps) {
  const t = useT('qna/keys');
  const explain = useFailureText('qna');
  const heading = useRef<HTMLHeadingElement>(null);
  const titleId = useId();
  const box = useRef<HTMLInputElement>(null);
  const [kept, setKept] = useState(false);
  const [tried, setTried] = useState(false);
  const register = useRegisterKey();
  const fileText = useFileText(pair);
  useEffect(() => heading.current?.focus(), []);
  const send = () => {
    setTried(true);
    if (!kept) return box.current?.focus();
    if (register.isPending) return;
    register.mutate(pair.publicKey, {
      onSuccess: () => {
        showDone(t('keep.done'));
        onEnd();
      },
    });
  };
  return (
    <section className={classes.keep} aria-labelledby={titleId}>
      <h3 id={titleId} ref={heading} tabIndex={-1}>
        {t('keep.title')}
      </h3>
      <Banner tone="warning">{t('keep.once')}</Banner>
      <CopyText label={t('keep.text')} value={writtenKey(pair.privateKey)} />
      <div>
        <Button icon={<IconDownload />} onClick={() => saveFile(fileNameOf(pair.publicKey), fileText)}>
          {t('keep.download')}
        </Button>
      </div>
      <Checkbox
        ref={box}
        label={t('keep.kept')}
        checked={kept}
        onChange={(event) => setKept(event.currentTarget.checked)}
        error={tried && !kept && t('keep.notKept')}
      />
      {replaces && <p className={classes.text}>{t('own.replaceText')}</p>}
      {register.isError && (
        <Banner tone="danger" role="alert">
          {explain(register.error)}
        </Banner>
      )}
      <div className={classes.buttons}>
        <Button onClick={onEnd}>{t('keep.cancel')}</Button>
        <Button kind="primary" busy={register.isPending} busyText={t('keep.busy')} onClick={send}>
          {t('keep.register')}
        </Button>
      </div>
    </section>
  );
}

/** What the file says, so that whoever finds it in years knows what it is. */
function useFileText({ publicKey, privateKey }: KeyPair): string {
  const t = useT('qna/keys');
  const { member } = useSession();
  const { date } = useFormat();
  const [madeAt] = useState(() => date(dateOf(serverNow()).toISOString()));
  return [
    t('file.title'),
    t('file.whose', { name: member?.fullName ?? '', date: madeAt, mark: markOf(publicKey) }),
    t('file.warning'),
    '',
    writtenKey(privateKey),
    '',
  ].join('\r\n');
}
