import { useT } from '../../platform/i18n.js';
import { joinAddress } from '../join-link.js';

/** “Open hai-dang.example/q”: where to type the code, said the same on every screen. */
export function JoinAddress({ className }: { className?: string }) {
  const t = useT('join-code');
  return (
    <p className={className}>
      {t('open')} <b translate="no">{joinAddress()}</b>
    </p>
  );
}
