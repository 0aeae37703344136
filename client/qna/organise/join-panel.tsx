import type { QnaSessionView } from '../../../shared/qna/session.schema.js';
import { useT } from '../../platform/text/i18n.js';
import { Panel } from '../../ui/layout/panel.js';
import { JoinCode } from '../../ui/join-code.js';
import classes from './side.module.css';

/** How people get in, and who may. */
export function JoinPanel({ session: { code, guestsAllowed } }: { session: QnaSessionView }) {
  const t = useT('qna/organise');
  return (
    <Panel title={t('join.title')}>
      <p className={classes.text}>{guestsAllowed ? t('join.guests') : t('join.membersOnly')}</p>
      <JoinCode code={code} />
    </Panel>
  );
}
