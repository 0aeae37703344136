import { Switch } from '@mantine/core';
import { useKeepPreference } from '../../platform/api/preferences.js';
import { useShortcutsEnabled } from '../../platform/page/shortcuts.js';
import { useT } from '../../platform/text/i18n.js';
import { KeyHint } from '../../ui/data/key-hint.js';
import { LanguageChoice, SchemeChoice } from '../../ui/layout/preferences.js';
import { Panel } from '../../ui/layout/panel.js';
import classes from './account.module.css';

/** Act at once, and are kept with the account. */
export function Choices() {
  return (
    <Panel>
      <div className={classes.choices}>
        <LanguageChoice />
        <SchemeChoice />
        <Shortcuts />
      </div>
    </Panel>
  );
}

/** Where there is no keyboard there is nothing to switch. */
function Shortcuts() {
  const t = useT('account/own');
  const [enabled, setEnabled] = useShortcutsEnabled();
  const keep = useKeepPreference();
  return (
    <div className={classes.shortcuts}>
      <Switch
        label={t('shortcuts.title')}
        description={
          <span className={classes.keys}>
            {t('shortcuts.before')} <KeyHint keys="?" /> {t('shortcuts.after')}
          </span>
        }
        labelPosition="left"
        checked={enabled}
        onChange={({ currentTarget: { checked } }) => {
          setEnabled(checked);
          keep({ shortcuts: checked });
        }}
      />
    </div>
  );
}
