import { useQuery } from '@tanstack/react-query';
import type { TurnoutPerson, TurnoutView } from '../../../shared/contest/turnout.schema.js';
import { useFormat, useT } from '../../platform/text/i18n.js';
import { serverNow } from '../../platform/time/server-time.js';
import { QueryStates } from '../../ui/feedback/query-states.js';
import { RowBones } from '../../ui/feedback/skeletons.js';
import { PrintPaper, PrintPaperLoading } from '../../ui/layout/print-paper.js';
import { readEverybody, useTurnoutView, type Asked } from './turnout.api.js';
import { queryOf, useAsked } from './use-asked.js';

/** Everybody of a list on paper. */
export function Component() {
  const t = useT('contest/turnout');
  const { asked } = useAsked();
  const view = useTurnoutView(asked.round, asked.unit);
  return (
    <QueryStates page query={view} texts="contest/turnout" failed={t('failed.people')} loading={<Waiting />}>
      {(data) => <Everybody asked={asked} view={data} />}
    </QueryStates>
  );
}

function Waiting() {
  return (
    <PrintPaperLoading>
      <RowBones rows={12} />
    </PrintPaperLoading>
  );
}

function Everybody({ asked, view }: { asked: Asked; view: TurnoutView }) {
  const t = useT('contest/turnout');
  const people = useQuery({
    queryKey: ['turnout', asked.round, 'everybody', asked],
    queryFn: ({ signal }) => readEverybody(asked, signal),
    staleTime: Infinity,
    gcTime: 0,
  });
  return (
    <QueryStates
      page
      query={people}
      texts="contest/turnout"
      failed={t('failed.people')}
      loading={<Waiting />}
    >
      {(all) => <Paper asked={asked} view={view} people={all} />}
    </QueryStates>
  );
}

type PaperProps = { asked: Asked; view: TurnoutView; people: readonly TurnoutPerson[] };

function Paper({ asked, view: { round, scopeName, organisation }, people }: PaperProps) {
  const t = useT('contest/turnout');
  const { number, dateTime } = useFormat();
  const title = t(`paper.title.${asked.state}`);
  const roundTitle = t('round', { nth: round.ordinal, title: round.title });
  const facts = t('paper.facts', {
    count: people.length,
    people: number(people.length),
    done: number(round.counts.done),
    total: number(round.counts.total),
  });
  return (
    <PrintPaper
      organisation={organisation}
      office={scopeName === organisation ? undefined : (scopeName ?? undefined)}
      state={[round.contestTitle, dateTime(serverNow())]}
      title={title}
      facts={[roundTitle, asked.q === '' ? facts : `${facts} ${t('paper.search', { q: asked.q })}`]}
      running={`${organisation} · ${title}, ${roundTitle}`}
      printed={dateTime(serverNow())}
      back={`/organise/turnout?${queryOf(asked)}`}
    >
      <table>
        <caption className="visually-hidden">{t(`captions.${asked.state}`)}</caption>
        <thead>
          <tr>
            <th scope="col" data-num="">
              {t('paper.number')}
            </th>
            <th scope="col">{t('columns.name')}</th>
            <th scope="col">{t('columns.code')}</th>
            <th scope="col">{t('columns.unit')}</th>
            {asked.state === 'missing' && <th scope="col">{t('columns.reminded')}</th>}
          </tr>
        </thead>
        <tbody>
          {people.map(({ memberId, fullName, code, unit, reminded }, at) => (
            <tr key={memberId}>
              <td data-num="">{number(at + 1)}</td>
              <th scope="row">{fullName}</th>
              <td>{code}</td>
              <td>{unit}</td>
              {asked.state === 'missing' && <td>{reminded && dateTime(reminded.at)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </PrintPaper>
  );
}
