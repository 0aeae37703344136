import { IconKey } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { KeyHolder } from '../../../shared/qna/opening.schema.js';
import { useFormat, useT } from '../../platform/text/i18n.js';
import { Button } from '../../ui/form/button.js';
import { Panel } from '../../ui/layout/panel.js';
import { showFailed } from '../../ui/feedback/toast-queue.js';
import { makeKeyPair, type KeyPair } from './boxes.js';
import { KeepKey } from './keep-key.js';
import classes from './keys.module.css';
import { markOf } from './private-key.rules.js';

/** One's own key: none, one in force, or a new one that is not registered before it is kept. */
export function KeyPanel({ own }: { own: KeyHolder | null }) {
  const t = useT('qna/keys');
  const [pair, setPair] = useState<KeyPair | null>(null);
  const [making, setMaking] = useState(false);
  const start = useRef<HTMLButtonElement>(null);
  /** Back to where the key was asked for, for what had the focus is gone. */
  const end = () => {
    flushSync(() => setPair(null));
    start.current?.focus();
  };
  const make = async () => {
    setMaking(true);
    try {
      setPair(await makeKeyPair());
    } catch {
      showFailed(t('make.failed'));
    } finally {
      setMaking(false);
    }
  };
  const has = own !== null && own.publicKey !== null;
  return (
    <Panel title={t('own.title')}>
      {has ? <InForce own={own} /> : <WhatItIs />}
      {pair ? (
        <KeepKey pair={pair} replaces={has} onEnd={end} />
      ) : (
        <div className={classes.make}>
          {has && <p className={classes.text}>{t('own.replaceText')}</p>}
          <Button
            ref={start}
            kind={has ? 'outline' : 'primary'}
            icon={<IconKey />}
            busy={making}
            busyText={t('make.busy')}
            onClick={() => void make()}
          >
            {has ? t('own.replace') : t('make.button')}
          </Button>
        </div>
      )}
    </Panel>
  );
}

function WhatItIs() {
  const t = useT('qna/keys');
  return (
    <ul className={classes.points}>
      <li>{t('what.two')}</li>
      <li>{t('what.device')}</li>
      <li>{t('what.lost')}</li>
    </ul>
  );
}

function InForce({ own: { publicKey, registeredAt } }: { own: KeyHolder }) {
  const t = useT('qna/keys');
  const { dateTime } = useFormat();
  return (
    <>
      <p className={classes.text}>{t('own.inForce')}</p>
      <dl className={classes.facts}>
        <div>
          <dt>{t('own.mark')}</dt>
          <dd translate="no">
            <code>{publicKey === null ? '' : markOf(publicKey)}</code>
          </dd>
        </div>
        <div>
          <dt>{t('own.since')}</dt>
          <dd>{registeredAt === null ? '' : dateTime(registeredAt)}</dd>
        </div>
      </dl>
    </>
  );
}
