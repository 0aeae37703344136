import { useT } from '../platform/text/i18n.js';
import { useShortcuts, useShortcutsEnabled } from '../platform/page/shortcuts.js';
import { KeyHint } from '../ui/data/key-hint.js';
import { Sheet } from '../ui/layout/sheet.js';
import classes from './shortcut-sheet.module.css';

/** What can be typed here, and the switch for those who do not want single-letter keys. */
export function ShortcutSheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useT('app');
  const [enabled, setEnabled] = useShortcutsEnabled();
  const shortcuts = useShortcuts();
  return (
    <Sheet open={open} onClose={onClose} title={t('shortcuts.title')}>
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
