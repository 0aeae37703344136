import {
  IconDownload,
  IconFileTypeCsv,
  IconFileTypePdf,
  IconFileTypeXls,
  IconPrinter,
} from '@tabler/icons-react';
import type { RoundView } from '../../../shared/contest/contest.schema.js';
import { useLanguage, useT } from '../../platform/text/i18n.js';
import { Button, ButtonLink, DownloadLink } from '../../ui/form/button.js';
import { Popover } from '../../ui/layout/popover.js';
import { useDownload } from '../../ui/feedback/use-download.js';
import type { StandingsView } from './standings-segments.js';
import classes from './standings.module.css';
import { standingsFile } from './whole-standings.api.js';

const FORMS = [
  { form: 'xlsx', icon: <IconFileTypeXls aria-hidden="true" /> },
  { form: 'csv', icon: <IconFileTypeCsv aria-hidden="true" /> },
  { form: 'pdf', icon: <IconFileTypePdf aria-hidden="true" /> },
] as const;

type TakeStandingsProps = { round: RoundView; view: StandingsView };

/** The whole standings on paper or as a file, however much of them is on screen. */
export function TakeStandings({ round, view }: TakeStandingsProps) {
  const t = useT('contest/standings');
  const language = useLanguage();
  const save = useDownload('contest');
  const query = view === 'units' ? '?view=units' : '';
  const name = view === 'units' ? 'unit-standings' : 'standings';
  return (
    <div className={classes.take}>
      <ButtonLink
        size="sm"
        icon={<IconPrinter aria-hidden="true" />}
        to={`/contests/${round.contestId}/rounds/${round.id}/standings/print${query}`}
      >
        {t('print')}
      </ButtonLink>
      <Popover
        label={t('take.label')}
        align="end"
        trigger={(attributes) => (
          <Button size="sm" icon={<IconDownload aria-hidden="true" />} {...attributes}>
            {t('take.open')}
          </Button>
        )}
      >
        <div className={classes.files}>
          {FORMS.map(({ form, icon }) => (
            <DownloadLink
              key={form}
              size="sm"
              icon={icon}
              href={standingsFile({ roundId: round.id, name, form, language })}
              onClick={save}
            >
              {t(`take.${form}`)}
            </DownloadLink>
          ))}
        </div>
      </Popover>
    </div>
  );
}
