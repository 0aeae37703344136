import { IconFileTypeCsv, IconFileTypePdf, IconFileTypeXls, IconPrinter } from '@tabler/icons-react';
import { useLanguage, useT } from '../../platform/text/i18n.js';
import { Button } from '../../ui/form/button.js';
import { useDownload } from '../../ui/feedback/use-download.js';
import { ledgerFile, useLedger } from './ledger.api.js';
import classes from './ledger.module.css';

/** The ledger to take along. */
export function ExportLinks({ sessionId }: { sessionId: string }) {
  const t = useT('qna/ledger');
  const language = useLanguage();
  const save = useDownload('qna');
  return (
    <div className={classes.exports}>
      <a className={classes.file} href={ledgerFile(sessionId, 'xlsx', language)} download onClick={save}>
        <IconFileTypeXls aria-hidden="true" />
        {t('export.xlsx')}
      </a>
      <a className={classes.file} href={ledgerFile(sessionId, 'csv', language)} download onClick={save}>
        <IconFileTypeCsv aria-hidden="true" />
        {t('export.csv')}
      </a>
      <a className={classes.file} href={ledgerFile(sessionId, 'pdf', language)} download onClick={save}>
        <IconFileTypePdf aria-hidden="true" />
        {t('export.pdf')}
      </a>
      <PrintButton sessionId={sessionId} />
    </div>
  );
}

/** Prints what is on the page, so it waits until all of it is there. */
function PrintButton({ sessionId }: { sessionId: string }) {
  const t = useT('qna/ledger');
  const { data, hasNextPage, isError } = useLedger(sessionId);
  return (
    <Button
      icon={<IconPrinter />}
      busy={!isError && (!data || hasNextPage)}
      busyText={t('export.loading')}
      onClick={() => window.print()}
    >
      {t('export.print')}
    </Button>
  );
}
