import { IconRefresh } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useFailureText } from '../../../platform/api/errors.js';
import { useT } from '../../../platform/text/i18n.js';
import { Banner } from '../../../ui/feedback/banner.js';
import { Button } from '../../../ui/form/button.js';
import { Panel } from '../../../ui/layout/panel.js';
import { Bone, Loading } from '../../../ui/feedback/skeletons.js';
import { PhonePaper } from './phone-paper.js';
import classes from './preview-panel.module.css';
import { usePreview } from './use-preview.js';

/** A paper as a contestant's phone would show it, drawn anew on demand. */
export function PreviewPanel() {
  const t = useT('contest/builder');
  const explain = useFailureText('contest/builder');
  const { draw, isEmpty, isUnfillable } = usePreview();
  const began = useRef(false);
  const { mutate } = draw;
  useEffect(() => {
    if (isEmpty || isUnfillable || began.current) return;
    began.current = true;
    mutate();
  }, [isEmpty, isUnfillable, mutate]);
  return (
    <Panel
      title={t('try.title')}
      action={
        !isEmpty && (
          <Button
            size="sm"
            kind="soft"
            icon={<IconRefresh />}
            busy={draw.isPending}
            busyText={t('try.drawing')}
            onClick={() => draw.mutate()}
          >
            {t('try.again')}
          </Button>
        )
      }
    >
      {isEmpty ? (
        <p className={classes.hint}>{t('try.empty')}</p>
      ) : draw.isError ? (
        <Banner tone="warning" role="alert">
          {explain(draw.error)}
        </Banner>
      ) : draw.data ? (
        <PhonePaper key={draw.submittedAt} paper={draw.data} />
      ) : isUnfillable && draw.isIdle ? (
        <p className={classes.hint}>{t('try.unfillable')}</p>
      ) : (
        <Loading>
          <Bone height={380} />
        </Loading>
      )}
    </Panel>
  );
}
