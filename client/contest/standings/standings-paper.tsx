import { IconFileTypePdf } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { ContestView, RoundView } from '../../../shared/contest/contest.schema.js';
import { useFormat, useLanguage, useT } from '../../platform/text/i18n.js';
import { serverNow } from '../../platform/time/server-time.js';
import { DownloadLink } from '../../ui/form/button.js';
import { useDownload } from '../../ui/feedback/use-download.js';
import { PrintPaper } from '../../ui/layout/print-paper.js';
import type { StandingsView } from './standings-segments.js';
import { standingsFile } from './whole-standings.api.js';
import classes from './standings.module.css';

/** So many rows stay on the page of what stands below them. */
const ROWS_WITH_SIGNS = 5;

type StandingsPaperProps = {
  view: StandingsView;
  contest: ContestView;
  round: RoundView;
  organisation: string;
  final: boolean;
  line: string;
  note: string;
  heading: ReactNode;
  rows: readonly ReactNode[];
  columns: number;
};

/** A table of standings on paper; once it is official, with a place to sign. */
export function StandingsPaper(props: StandingsPaperProps) {
  const { view, contest, round, organisation, final, line, note, heading, rows, columns } = props;
  const t = useT('contest/standings');
  const { dateTime, date } = useFormat();
  const language = useLanguage();
  const save = useDownload('contest');
  const [printedAt] = useState(serverNow);
  const title = t(`paper.${view}`, { nth: round.ordinal });
  const state = final ? t('paper.final') : t('provisional');
  const at = Math.max(0, rows.length - ROWS_WITH_SIGNS);
  const base = `/contests/${contest.id}/rounds/${round.id}/standings`;
  const name = view === 'units' ? 'unit-standings' : 'standings';
  return (
    <PrintPaper
      organisation={organisation}
      office={t('paper.office', { contest: contest.title })}
      state={[state, t('paper.printedAt', { at: dateTime(printedAt) })]}
      title={title}
      facts={[
        round.opensAt === null || round.closesAt === null
          ? round.title
          : t('paper.period', {
              round: round.title,
              from: date(round.opensAt),
              to: date(round.closesAt),
            }),
        line,
      ]}
      running={`${organisation} · ${title} · ${state}`}
      printed={t('paper.printedAt', { at: dateTime(printedAt) })}
      back={view === 'units' ? `${base}?view=units` : base}
      actions={
        <DownloadLink
          icon={<IconFileTypePdf aria-hidden="true" />}
          href={standingsFile({ roundId: round.id, name, form: 'pdf', language })}
          onClick={save}
        >
          {t('take.pdf')}
        </DownloadLink>
      }
    >
      <table>
        <caption className="visually-hidden">{title}</caption>
        <thead>{heading}</thead>
        <tbody>{rows.slice(0, at)}</tbody>
        <tbody data-together="">
          {rows.slice(at)}
          <tr className={classes.below}>
            <td colSpan={columns}>
              <p className={classes.note}>
                {note} {t(final ? 'paper.isFinal' : 'paper.isProvisional')}
              </p>
              {final && <Signs />}
            </td>
          </tr>
        </tbody>
      </table>
    </PrintPaper>
  );
}

function Signs() {
  const t = useT('contest/standings');
  return (
    <div className={classes.signs}>
      {(['maker', 'head'] as const).map((who) => (
        <span key={who}>
          <b>{t(`paper.${who}`)}</b>
          <span>{t(`paper.${who}How`)}</span>
          <i aria-hidden="true" />
        </span>
      ))}
    </div>
  );
}
