import { useT } from '../platform/text/i18n.js';
import { useKeepPreference } from '../platform/api/preferences.js';
import { useShortcuts, useShortcutsEnabled } from '../platform/page/shortcuts.js';
import { KeyHint } from '../ui/data/key-hint.js';
import { Sheet } from '../ui/layout/sheet.js';
import classes from './shortcut-sheet.module.css';

/** What can be typed here, and the switch for those who do not want single-letter keys. */
export function ShortcutSheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useT('app');
  const [enabled, setEnabled] = useShortcutsEnabled();
  const shortcuts = useShortcuts();
  const keep = useKeepPreference();
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
          onChange={({ target }) => {
            setEnabled(target.checked);
            keep({ shortcuts: target.checked });
          }}
        />
        {t('shortcuts.enabled')}
      </label>
    </Sheet>
  );
}
