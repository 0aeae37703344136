import type { ReactNode } from 'react';
import { useT } from '../../platform/text/i18n.js';
import { PageHeader } from '../../ui/layout/page-header.js';

export function ImportHeader({ title, actions }: { title: string; actions?: ReactNode }) {
  const t = useT('account/import');
  return (
    <PageHeader
      title={title}
      crumbs={[
        { to: '/organise/members', label: t('members') },
        { to: '/organise/members/import', label: t('fromFile') },
      ]}
      actions={actions}
    />
  );
}
