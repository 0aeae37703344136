import { IconCopy, IconDotsVertical, IconFileSpreadsheet, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useFailureText } from '../../platform/api/errors.js';
import { saveFile } from '../../platform/page/save-file.js';
import { useFormat, useLanguage, useT } from '../../platform/text/i18n.js';
import { Button, ButtonLink, DownloadLink } from '../../ui/form/button.js';
import { IconButton } from '../../ui/form/icon-button.js';
import { Popover } from '../../ui/layout/popover.js';
import { showDone, showFailed } from '../../ui/feedback/toast-queue.js';
import { useDownload } from '../../ui/feedback/use-download.js';
import { readEverybody, turnoutFile, type Asked } from './turnout.api.js';
import classes from './turnout.module.css';
import { queryOf } from './use-asked.js';

/** To take along: everybody who matches, not what is on screen. On phones they are behind one button. */
export function ListActions({ asked }: { asked: Asked }) {
  const t = useT('contest/turnout');
  return (
    <>
      <div className={classes.actions}>
        <Actions asked={asked} />
      </div>
      <div className={classes.actionsMenu}>
        <Popover
          label={t('actions')}
          align="end"
          trigger={(attributes) => (
            <IconButton label={t('actions')} icon={<IconDotsVertical />} {...attributes} />
          )}
        >
          <div className={classes.menu}>
            <Actions asked={asked} />
          </div>
        </Popover>
      </div>
    </>
  );
}

function Actions({ asked }: { asked: Asked }) {
  const t = useT('contest/turnout');
  const language = useLanguage();
  const save = useDownload('contest');
  return (
    <>
      <CopyNames asked={asked} />
      <ButtonLink
        size="sm"
        icon={<IconPrinter aria-hidden="true" />}
        to={`/organise/turnout/print?${queryOf(asked)}`}
      >
        {t('print')}
      </ButtonLink>
      <DownloadLink
        size="sm"
        icon={<IconFileSpreadsheet aria-hidden="true" />}
        href={turnoutFile(asked, 'xlsx', language)}
        onClick={save}
      >
        {t('excel')}
      </DownloadLink>
    </>
  );
}

/** One name a line. */
function CopyNames({ asked }: { asked: Asked }) {
  const t = useT('contest/turnout');
  const { number } = useFormat();
  const explain = useFailureText('contest/turnout', 'contest');
  const [busy, setBusy] = useState(false);
  const copy = async () => {
    setBusy(true);
    try {
      const people = await readEverybody(asked);
      const names = people.map(({ fullName }) => fullName).join('\n');
      const values = { count: people.length, people: number(people.length) };
      // Over plain http browsers keep the clipboard to themselves.
      const clipboard: Clipboard | undefined = navigator.clipboard;
      if (clipboard === undefined) saveFile(`${t('namesFile')}.txt`, names);
      else await clipboard.writeText(names);
      showDone(t(clipboard === undefined ? 'saved' : 'copied', values));
    } catch (error) {
      showFailed(error instanceof DOMException ? t('copyFailed') : explain(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button
      size="sm"
      icon={<IconCopy aria-hidden="true" />}
      busy={busy}
      busyText={t('copying')}
      onClick={() => void copy()}
    >
      {t('copy')}
    </Button>
  );
}
