import { IconBell, IconCheck } from '@tabler/icons-react';
import type { TurnoutPerson } from '../../../shared/contest/turnout.schema.js';
import { useFormat, useT } from '../../platform/text/i18n.js';
import { serverNow } from '../../platform/time/server-time.js';
import { Avatar } from '../../ui/data/avatar.js';
import { Button } from '../../ui/form/button.js';
import type { Asked } from './turnout.api.js';
import classes from './turnout.module.css';
import { useReminder } from './use-reminder.js';

const DAY_MS = 86_400_000;

type PeopleTableProps = { asked: Asked; people: readonly TurnoutPerson[] };

export function PeopleTable({ asked, people }: PeopleTableProps) {
  const t = useT('contest/turnout');
  const isMissing = asked.state === 'missing';
  return (
    <table className={classes.table} role="table">
      <caption className="visually-hidden">{t(`captions.${asked.state}`)}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">
            {t('columns.name')}
          </th>
          <th role="columnheader" scope="col">
            {t('columns.unit')}
          </th>
          {isMissing && (
            <>
              <th role="columnheader" scope="col">
                {t('columns.reminded')}
              </th>
              <th role="columnheader" scope="col">
                <span className="visually-hidden">{t('columns.remind')}</span>
              </th>
            </>
          )}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {people.map((person) => (
          <PersonRow key={person.memberId} asked={asked} person={person} />
        ))}
      </tbody>
    </table>
  );
}

function PersonRow({ asked, person }: { asked: Asked; person: TurnoutPerson }) {
  const { memberId, fullName, code, unit } = person;
  return (
    <tr role="row">
      <th role="rowheader" scope="row" className={classes.who}>
        <span className={classes.person}>
          <Avatar id={memberId} name={fullName} size={32} />
          <span className={classes.words}>
            <span className={classes.name}>{fullName}</span>
            <span className={classes.code}>{code}</span>
          </span>
        </span>
      </th>
      <td role="cell" className={classes.unitCell}>
        {unit}
      </td>
      {asked.state === 'missing' && <ReminderCells asked={asked} person={person} />}
    </tr>
  );
}

function ReminderCells({ asked, person }: { asked: Asked; person: TurnoutPerson }) {
  const t = useT('contest/turnout');
  const { send, isWaiting, isBusy } = useReminder(asked);
  const { memberId, fullName, reminded, mayRemind } = person;
  return (
    <>
      <td role="cell" className={classes.remindedCell} data-never={!reminded || undefined}>
        {isWaiting ? t('unsent') : reminded ? <Reminded reminded={reminded} /> : t('never')}
      </td>
      <td role="cell" className={classes.remindCell}>
        {mayRemind && (
          <Button
            size="sm"
            kind={reminded ? 'ghost' : 'soft'}
            icon={!reminded && <IconBell aria-hidden="true" />}
            busy={isBusy}
            busyText={t('remind')}
            aria-label={t(reminded ? 'remindAgainOf' : 'remindOf', { name: fullName })}
            onClick={() => send({ memberIds: [memberId] }, fullName)}
          >
            {t(reminded ? 'remindAgain' : 'remind')}
          </Button>
        )}
      </td>
    </>
  );
}

function Reminded({ reminded: { at, times } }: { reminded: NonNullable<TurnoutPerson['reminded']> }) {
  const t = useT('contest/turnout');
  const { date, dayMonth, time, number } = useFormat();
  const day = [0, 1].find((back) => date(at) === date(serverNow() - back * DAY_MS));
  const values = { time: time(at), date: dayMonth(at) };
  return (
    <>
      <span className={classes.remindedAt}>
        <IconCheck aria-hidden="true" />
        {t(day === 0 ? 'at.today' : day === 1 ? 'at.yesterday' : 'at.earlier', values)}
      </span>
      {times > 1 && (
        <span className={classes.times}>{t('times', { count: times, times: number(times) })}</span>
      )}
    </>
  );
}
