import { IconFileTypeCsv, IconFileTypePdf, IconFileTypeXls, IconPrinter } from '@tabler/icons-react';
import { useLanguage, useT } from '../../platform/text/i18n.js';
import { Button } from '../../ui/form/button.js';
import { useDownload } from '../../ui/feedback/use-download.js';
import { ledgerFile } from './ledger.api.js';
import classes from './ledger.module.css';

/** The ledger to take along. */
export function ExportLinks({ sessionId }: { sessionId: string }) {
  const t = useT('qna/ledger');
  const language = useLanguage();
  const save = useDownload();
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
      <Button icon={<IconPrinter />} onClick={() => window.print()}>
        {t('export.print')}
      </Button>
    </div>
  );
}
