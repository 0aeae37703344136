import { IconCloudCheck, IconCloudOff } from '@tabler/icons-react';
import { calledName } from '../../platform/text/called-name.js';
import { useFormat, useT } from '../../platform/text/i18n.js';
import { useShortcutsEnabled } from '../../platform/page/shortcuts.js';
import { KeyHint } from '../../ui/data/key-hint.js';
import { measureFoot } from '../audience/page-foot.js';
import { BulkBar } from './board/bulk-bar.js';
import { useDesk } from './state/desk-context.js';
import classes from './desk-footer.module.css';
import { keysAtFoot, type DeskKey } from './desk-keys.js';

/** The keys of the desk, and who else is at it. While questions are chosen, what to do with them. */
export function DeskFooter({ keys }: { keys: readonly DeskKey[] }) {
  const { picks } = useDesk();
  if (picks.ids.size > 0) return <BulkBar />;
  return (
    <footer ref={measureFoot} className={classes.footer}>
      <Keys keys={keys} />
      <Company />
    </footer>
  );
}

function Keys({ keys }: { keys: readonly DeskKey[] }) {
  const t = useT('qna/desk');
  const [enabled] = useShortcutsEnabled();
  if (!enabled) return <span className={classes.keys} />;
  const named = [...keysAtFoot(keys), { keys: '?', foot: t('footer.all') }];
  return (
    <div className={classes.keys}>
      <strong>{t('footer.keys')}</strong>
      {named.map(({ keys: caps, foot }) => (
        <span key={caps} className={classes.key}>
          <KeyHint keys={caps} />
          {foot}
        </span>
      ))}
    </div>
  );
}

function Company() {
  const t = useT('qna/desk');
  const { list } = useFormat();
  const { presence, session, offlineSince } = useDesk();
  const isOffline = offlineSince !== null;
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
