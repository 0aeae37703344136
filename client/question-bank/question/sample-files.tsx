import { IconFileDownload, IconFileText, IconTable } from '@tabler/icons-react';
import { useT } from '../../platform/text/i18n.js';
import { Button } from '../../ui/form/button.js';
import { Popover } from '../../ui/layout/popover.js';
import classes from './sample-files.module.css';

const gift = new URL('../samples/cau-hoi-mau.gift', import.meta.url).href;
const csv = new URL('../samples/cau-hoi-mau.csv', import.meta.url).href;

/** Two small files that show every kind of question, to start from. */
export function SampleFiles() {
  const t = useT('question-bank');
  return (
    <Popover
      label={t('samples.open')}
      trigger={(attributes) => (
        <Button {...attributes} icon={<IconFileDownload />}>
          {t('samples.open')}
        </Button>
      )}
    >
      <SampleLinks />
    </Popover>
  );
}

export function SampleLinks() {
  const t = useT('question-bank');
  return (
    <ul className={classes.list}>
      <li>
        <a href={csv} download="cau-hoi-mau.csv">
          <IconTable aria-hidden="true" />
          <span>
            <b>{t('samples.csv')}</b>
            <small>{t('samples.csvNote')}</small>
          </span>
        </a>
      </li>
      <li>
        <a href={gift} download="cau-hoi-mau.gift">
          <IconFileText aria-hidden="true" />
          <span>
            <b>{t('samples.gift')}</b>
            <small>{t('samples.giftNote')}</small>
          </span>
        </a>
      </li>
    </ul>
  );
}
