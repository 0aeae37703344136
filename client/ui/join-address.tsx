import { useT } from '../platform/text/i18n.js';
import { joinAddress } from '../platform/page/join-link.js';

/** “Open hai-dang.example/q”: where to type the code, said the same on every screen. */
export function JoinAddress({ className }: { className?: string }) {
  const t = useT('ui/join');
  return (
    <p className={className}>
      {t('invite.open')} <b translate="no">{joinAddress()}</b>
    </p>
  );
}
