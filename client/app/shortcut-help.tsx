import { lazy, Suspense, useEffect, useState } from 'react';
import { useT } from '../platform/text/i18n.js';
import { useShortcut } from '../platform/page/shortcuts.js';
import { onShortcutHelp } from './shortcut-help-request.js';

const ShortcutSheet = lazy(() =>
  import('./shortcut-sheet.js').then(({ ShortcutSheet: sheet }) => ({ default: sheet })),
);

/** The list under `?`, fetched when it is first asked for. */
export function ShortcutHelp() {
  const t = useT('app');
  const [state, setState] = useState<'never' | 'open' | 'closed'>('never');
  const show = () => setState('open');
  useShortcut({ keys: '?', label: t('shortcuts.help'), run: show });
  useEffect(() => onShortcutHelp(show), []);
  if (state === 'never') return null;
  return (
    <Suspense>
      <ShortcutSheet open={state === 'open'} onClose={() => setState('closed')} />
    </Suspense>
  );
}
