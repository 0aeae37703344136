import { IconCompass, IconLock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { usePageTitle } from '../../platform/page/page-title.js';
import { useT } from '../../platform/text/i18n.js';
import { ButtonLink } from '../form/button.js';
import { StateDisc } from './state-disc.js';

/** There is nothing here, or nothing for this reader. As a page it leads home and names the tab. */
export function MissingState({ page = false }: { page?: boolean }) {
  const t = useT('ui');
  const disc = { icon: <IconCompass />, title: t('missing.title'), children: t('missing.text') };
  return page ? <WholePage {...disc} /> : <StateDisc {...disc} role="alert" />;
}

/** It is here, but not for this reader. */
export function ForbiddenState({ page = false }: { page?: boolean }) {
  const t = useT('ui');
  const disc = { icon: <IconLock />, title: t('forbidden.title'), children: t('forbidden.text') };
  return page ? <WholePage {...disc} /> : <StateDisc {...disc} tone="warning" role="alert" />;
}

type WholePageProps = { icon: ReactNode; title: string; children: ReactNode };

function WholePage({ icon, title, children }: WholePageProps) {
  const t = useT('ui');
  usePageTitle(title);
  const home = (
    <ButtonLink kind="primary" to="/">
      {t('toHome')}
    </ButtonLink>
  );
  return (
    <StateDisc icon={icon} tone="warning" headingLevel={1} title={title} action={home}>
      {children}
    </StateDisc>
  );
}
