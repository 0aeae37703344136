import {
  IconAlertCircle,
  IconLogout,
  IconSwitchHorizontal,
  IconUserEdit,
  IconUserPlus,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { ImportAction } from '../../../shared/account/member-import.schema.js';

export const ACTION_ICONS: Record<Exclude<ImportAction, 'same'>, ReactNode> = {
  wrong: <IconAlertCircle />,
  transferred: <IconSwitchHorizontal />,
  left: <IconLogout />,
  changed: <IconUserEdit />,
  new: <IconUserPlus />,
};
