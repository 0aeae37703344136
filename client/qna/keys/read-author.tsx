import { IconEye } from '@tabler/icons-react';
import { useState } from 'react';
import type { OpenedAuthor } from '../../../shared/qna/opening.schema.js';
import { useT } from '../../platform/text/i18n.js';
import { Button } from '../../ui/form/button.js';
import { readAuthor } from './boxes.js';
import classes from './keys.module.css';
import { UseKey } from './use-key.js';

/** The name that was opened: the server keeps it sealed for the two holders, so it takes the key to read it. */
export function ReadAuthor({ box }: { box: string }) {
  const t = useT('qna/keys');
  const [author, setAuthor] = useState<OpenedAuthor | null>(null);
  const read = async (privateKey: string) => {
    const found = await readAuthor(box, privateKey);
    setAuthor(found);
    return found === null ? t('use.wrongKey') : null;
  };
  return (
    <>
      <div role="status">
        {author && (
          <p className={classes.author}>
            <small>{t('author.is')}</small>
            <b>{author.name}</b>
            <span>{author.unit}</span>
          </p>
        )}
      </div>
      {author ? (
        <div>
          <Button ref={focusOnArrival} onClick={() => setAuthor(null)}>
            {t('author.hide')}
          </Button>
        </div>
      ) : (
        <>
          <p className={classes.text}>{t('author.sealed')}</p>
          <UseKey action={t('author.show')} icon={<IconEye />} onKey={read} />
        </>
      )}
    </>
  );
}

/** What had the focus has gone. One function for all renders, so that it acts only when the button comes. */
const focusOnArrival = (button: HTMLButtonElement | null) => button?.focus();
