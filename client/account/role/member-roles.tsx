import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { MemberView } from '../../../shared/account/account.schema.js';
import type { RoleGrant } from '../../../shared/kernel/viewer.js';
import { useFailureText } from '../../platform/api/errors.js';
import { useT } from '../../platform/text/i18n.js';
import { IconButton } from '../../ui/form/icon-button.js';
import { Panel } from '../../ui/layout/panel.js';
import { showDone, showUndo } from '../../ui/feedback/toast-queue.js';
import { AddRole } from './add-role.js';
import { FormFailure } from '../form-failure.js';
import { useSetRoles } from '../member.api.js';
import classes from '../member.module.css';
import { useUnits } from '../unit/unit.api.js';

const keyOf = ({ role, unitId }: RoleGrant) => `${role} ${unitId ?? ''}`;

/** Each change holds at once and can be taken back: the whole former set is put again. */
export function MemberRoles({ member }: { member: MemberView }) {
  const t = useT('account');
  const explain = useFailureText('account');
  const setRoles = useSetRoles(member.id);
  const units = useUnits();
  const [failure, setFailure] = useState<string | null>(null);
  const editable = member.can.setRoles && member.leftAt === null;

  const put = async (roles: RoleGrant[]): Promise<boolean> => {
    setFailure(null);
    try {
      await setRoles.mutateAsync({ roles });
      return true;
    } catch (error) {
      setFailure(explain(error));
      return false;
    }
  };
  const change = async (roles: RoleGrant[], text: string) => {
    const before = member.roles;
    if (!(await put(roles))) return;
    showUndo(text, () => void put(before).then((done) => done && showDone(t('roles.restored'))));
  };
  const scopeOf = ({ unitId }: RoleGrant) =>
    unitId === null ? t('roles.everywhere') : (units.data?.find(({ id }) => id === unitId)?.name ?? '');

  return (
    <Panel title={t('roles.title')}>
      {member.roles.length === 0 && <p className={classes.noRoles}>{t('roles.none')}</p>}
      {member.roles.length > 0 && (
        <ul className={classes.roles}>
          {member.roles.map((grant) => (
            <li key={keyOf(grant)}>
              <span>
                <strong>{t(`role.${grant.role}`)}</strong>
                <small>{scopeOf(grant)}</small>
              </span>
              {editable && (
                <IconButton
                  label={t('roles.remove', { role: t(`role.${grant.role}`), scope: scopeOf(grant) })}
                  icon={<IconTrash />}
                  disabled={setRoles.isPending}
                  onClick={() =>
                    void change(
                      member.roles.filter((other) => keyOf(other) !== keyOf(grant)),
                      t('roles.removed', { role: t(`role.${grant.role}`) }),
                    )
                  }
                />
              )}
            </li>
          ))}
        </ul>
      )}
      <FormFailure text={failure} />
      {editable && (
        <AddRole
          busy={setRoles.isPending}
          onAdd={(grant) =>
            void change([...member.roles, grant], t('roles.added', { role: t(`role.${grant.role}`) }))
          }
        />
      )}
    </Panel>
  );
}
