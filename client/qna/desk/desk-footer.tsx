import { IconCloudCheck, IconCloudOff, IconGitMerge } from '@tabler/icons-react';
import { calledName } from '../../platform/called-name.js';
import { useConnection } from '../../platform/connection.js';
import { useFormat, useT } from '../../platform/i18n.js';
import { useShortcutsEnabled } from '../../platform/shortcuts.js';
import { Button } from '../../ui/button.js';
import { KeyHint } from '../../ui/key-hint.js';
import { useDesk } from './desk-context.js';
import classes from './desk-footer.module.css';
import { shownKeys } from './desk-keys.js';

/** The keys of the desk, and who else is at it. While questions are chosen, what to do with them. */
export function DeskFooter() {
  const { picks } = useDesk();
  return (
    <footer className={classes.footer}>
      {picks.ids.size > 0 ? <PickBar /> : <Keys />}
      <Company />
    </footer>
  );
}

function Keys() {
  const t = useT('desk');
  const { role } = useDesk();
  const [enabled] = useShortcutsEnabled();
  if (!enabled) return <span className={classes.keys} />;
  return (
    <div className={classes.keys}>
      <strong>{t('footer.keys')}</strong>
      {shownKeys(role).map(({ keys, name }) => (
        <span key={name} className={classes.key}>
          <KeyHint keys={keys} />
          {t(`footer.${name}`)}
        </span>
      ))}
    </div>
  );
}

function PickBar() {
  const t = useT('desk');
  const { picks, actions } = useDesk();
  const ids = [...picks.ids];
  return (
    <div className={classes.picks}>
      <strong role="status">{t('pick.chosen', { count: ids.length })}</strong>
      {ids.length > 1 ? (
        <Button
          kind="primary"
          size="sm"
          icon={<IconGitMerge aria-hidden="true" />}
          onClick={() => actions.open({ kind: 'merge', inquiryIds: ids })}
        >
          {t('act.merge')}
        </Button>
      ) : (
        <span>{t('pick.more')}</span>
      )}
      <Button kind="ghost" size="sm" onClick={picks.clear}>
        {t('pick.clear')}
      </Button>
    </div>
  );
}

function Company() {
  const t = useT('desk');
  const { list } = useFormat();
  const { presence, session, isLost } = useDesk();
  const isOffline = useConnection() === 'offline' || isLost;
  const me: string | undefined = session.me?.id;
  const others = presence.people.filter((person) => person.memberId !== me);
  const names = others.map((person) =>
    t('footer.person', { name: calledName(person.name), role: t(`role.${person.role}`) }),
  );
  return (
    <span className={classes.company} data-offline={isOffline || undefined} title={list(names)}>
      {isOffline ? <IconCloudOff aria-hidden="true" /> : <IconCloudCheck aria-hidden="true" />}
      <span>
        {isOffline ? t('footer.offline') : t('footer.others', { count: others.length })}
        {!isOffline && others.length > 0 && <span className={classes.names}>{list(names)}</span>}
      </span>
    </span>
  );
}
