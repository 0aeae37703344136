import { IconLockOpen } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useT } from '../../platform/text/i18n.js';
import { Button } from '../../ui/form/button.js';
import classes from './entry.module.css';

/** Two people in the whole place may ask: nobody else has to fetch how. */
const OpeningDialog = lazy(() =>
  import('../keys/opening-dialog.js').then(({ OpeningDialog }) => ({ default: OpeningDialog })),
);

/** For a key holder of the session: asks for the author of an anonymous question to be opened. */
export function AskOpening({ inquiryId, text }: { inquiryId: string; text: string }) {
  const t = useT('qna/ledger');
  const [open, setOpen] = useState(false);
  return (
    <div className={classes.opening}>
      <Button size="sm" icon={<IconLockOpen aria-hidden="true" />} onClick={() => setOpen(true)}>
        {t('entry.askOpening')}
      </Button>
      {open && (
        <Suspense>
          <OpeningDialog open onClose={() => setOpen(false)} inquiryId={inquiryId} text={text} />
        </Suspense>
      )}
    </div>
  );
}
