import { useQueryClient } from '@tanstack/react-query';
import { IconKeyboard, IconLogout, IconUserCircle } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { apiDelete } from '../platform/api/api.js';
import { useT } from '../platform/text/i18n.js';
import { useSession, type Session } from '../platform/api/session.js';
import { Avatar } from '../ui/data/avatar.js';
import { Button, ButtonLink } from '../ui/form/button.js';
import { Popover, usePopoverClose } from '../ui/layout/popover.js';
import { LanguageChoice, SchemeChoice } from '../ui/layout/preferences.js';
import { requestShortcutHelp } from './shortcut-help-request.js';
import classes from './user-menu.module.css';

type UserMenuProps = { align?: 'start' | 'end'; above?: boolean; face?: ReactNode };

/** The member's own corner: appearance, language, keys, signing out. */
export function UserMenu({ align = 'end', above, face }: UserMenuProps) {
  const t = useT('app');
  const { member } = useSession();
  if (!member) return null;
  return (
    <Popover
      label={t('account.menu')}
      align={align}
      above={above}
      trigger={(attributes) => (
        <button type="button" className={classes.trigger} {...attributes}>
          {/* In words inside the button: a label of its own would hide what a face says. */}
          <span className="visually-hidden">
            {face ? t('account.menu') : t('account.open', { name: member.fullName })}
          </span>{' '}
          {face ?? <Avatar id={member.id} name={member.fullName} size={36} />}
        </button>
      )}
    >
      <Menu member={member} />
    </Popover>
  );
}

function Menu({ member }: { member: NonNullable<Session['member']> }) {
  const t = useT('app');
  const close = usePopoverClose();
  return (
    <div className={classes.menu}>
      <div className={classes.who}>
        <Avatar id={member.id} name={member.fullName} size={48} />
        <div className={classes.name}>
          <strong>{member.fullName}</strong>
          <span>{member.unit?.name ?? member.code}</span>
        </div>
      </div>
      <ButtonLink
        kind="ghost"
        className={classes.item}
        icon={<IconUserCircle />}
        to="/account"
        onClick={close}
      >
        {t('account.own')}
      </ButtonLink>
      <SchemeChoice />
      <LanguageChoice />
      <Button
        kind="ghost"
        className={classes.item}
        icon={<IconKeyboard />}
        onClick={() => {
          close();
          requestShortcutHelp();
        }}
      >
        {t('account.shortcuts')}
      </Button>
      <SignOut />
    </div>
  );
}

function SignOut() {
  const t = useT('app');
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle');
  const signOut = async () => {
    setState('busy');
    try {
      await apiDelete('/api/session');
    } catch {
      setState('failed');
      return;
    }
    // Nothing of one member may be seen by the next on the same device.
    queryClient.clear();
    await navigate('/sign-in');
  };
  return (
    <>
      <Button
        kind="ghost"
        className={classes.item}
        icon={<IconLogout />}
        busy={state === 'busy'}
        busyText={t('account.signingOut')}
        onClick={() => void signOut()}
      >
        {t('account.signOut')}
      </Button>
      {state === 'failed' && (
        <p role="alert" className={classes.failed}>
          {t('account.signOutFailed')}
        </p>
      )}
    </>
  );
}
