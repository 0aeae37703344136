import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useId, useRef, useState } from 'react';
import { useT } from '../platform/text/i18n.js';
import { Button } from './form/button.js';
import { isOwnMachineOnly, joinLinkOf } from '../platform/page/join-link.js';
import { JoinAddress } from './join-address.js';
import classes from './join-code.module.css';
import { QrCode } from './qr-code.js';

/** How to join: a code to scan, one to type, and a link to send. */
export function JoinCode({ code }: { code: string }) {
  const t = useT('ui/join');
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState<'no' | 'copied' | 'selected'>('no');
  const link = joinLinkOf(code);
  const copy = async () => setCopied((await copyFrom(field.current, link)) ? 'copied' : 'selected');
  return (
    <div className={classes.root}>
      <QrCode value={link} label={t('invite.qr')} width="200px" />
      <div className={classes.words}>
        <JoinAddress className={classes.address} />
        <p className={classes.label}>{t('invite.code')}</p>
        <p className={classes.code} translate="no">
          {code}
        </p>
        <label className={classes.label} htmlFor={id}>
          {t('invite.link')}
        </label>
        <div className={classes.line}>
          <input
            ref={field}
            id={id}
            className={classes.link}
            value={link}
            readOnly
            translate="no"
            onFocus={(event) => event.target.select()}
          />
          <Button icon={copied === 'copied' ? <IconCheck /> : <IconCopy />} onClick={() => void copy()}>
            {t('invite.copy')}
          </Button>
        </div>
        <p className={classes.note} role="status">
          {copied === 'copied' && t('invite.copied')}
          {copied === 'selected' && t('invite.selected')}
        </p>
        {isOwnMachineOnly(location.hostname) && <p className={classes.warning}>{t('invite.ownMachine')}</p>}
      </div>
    </div>
  );
}

/**
 * Copies the link. In a hall the page comes over plain http, where browsers keep the clipboard to themselves: then the
 * link is left selected, so that one key or a long press copies it, and the answer is false.
 */
async function copyFrom(field: HTMLInputElement | null, link: string): Promise<boolean> {
  // Without a secure context it does not exist, whatever the types say.
  const clipboard: Clipboard | undefined = navigator.clipboard;
  try {
    if (clipboard !== undefined) {
      await clipboard.writeText(link);
      return true;
    }
  } catch {
    // Refused: the same as not there.
  }
  field?.focus();
  field?.select();
  return false;
}
