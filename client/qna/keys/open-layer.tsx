import { IconLockOpen } from '@tabler/icons-react';
import type { Opening } from '../../../shared/qna/opening.schema.js';
import { useFailureText } from '../../platform/api/errors.js';
import { useT } from '../../platform/text/i18n.js';
import { showDone } from '../../ui/feedback/toast-queue.js';
import { openBox } from './boxes.js';
import { useOpenBox } from './keys.api.js';
import classes from './keys.module.css';
import { UseKey } from './use-key.js';

type OpenLayerProps = { opening: Opening; box: string };

/** One's own layer, opened on this device; only what lies in it is sent. */
export function OpenLayer({ opening: { id, stage, holders }, box }: OpenLayerProps) {
  const t = useT('qna/keys');
  const explain = useFailureText('qna');
  const send = useOpenBox(id);
  const open = async (privateKey: string) => {
    const opened = await openBox(box, privateKey);
    if (opened === null) return t('use.wrongKey');
    try {
      await send.mutateAsync(opened);
      showDone(stage === 'outer' ? t('layer.passed', { name: holders[1].name }) : t('layer.finished'));
      return null;
    } catch (error) {
      return explain(error);
    }
  };
  return (
    <>
      <p className={classes.text}>
        {stage === 'outer' ? t('layer.outer', { name: holders[1].name }) : t('layer.inner')}
      </p>
      <UseKey action={t('layer.open')} icon={<IconLockOpen />} onKey={open} />
    </>
  );
}
