import { useEffect, useState } from 'react';
import { useT } from '../platform/i18n.js';
import { useShortcut, useShortcuts, useShortcutsEnabled } from '../platform/shortcuts.js';
import { KeyHint } from '../ui/key-hint.js';
import { Sheet } from '../ui/sheet.js';
import { onShortcutHelp } from './shortcut-help-request.js';
import classes from './shortcut-help.module.css';

/** The list under `?`: what can be typed here, and the switch for those who do not want single-letter keys. */
export function ShortcutHelp() {
  const t = useT('app');
  const [open, setOpen] = useState(false);
  const [enabled, setEnabled] = useShortcutsEnabled();
  const shortcuts = useShortcuts();
  useShortcut({ keys: '?', label: t('shortcuts.help'), run: () => setOpen(true) });
  useEffect(() => onShortcutHelp(() => setOpen(true)), []);
  return (
    <Sheet open={open} onClose={() => setOpen(false)} title={t('shortcuts.title')}>
      <dl className={classes.list}>
        {shortcuts.map((shortcut) => (
          <div key={shortcut.keys} className={classes.row}>
            <dt>{shortcut.label}</dt>
            <dd>
              <KeyHint keys={shortcut.keys} />
            </dd>
          </div>
        ))}
      </dl>
      <label className={classes.switch}>
        <input
          type="checkbox"
          className="check"
          checked={enabled}
          onChange={(event) => setEnabled(event.target.checked)}
        />
        {t('shortcuts.enabled')}
      </label>
    </Sheet>
  );
}
