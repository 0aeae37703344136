import { IconRefresh } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useFailureText } from '../../../platform/api/errors.js';
import { useT } from '../../../platform/text/i18n.js';
import { Banner } from '../../../ui/feedback/banner.js';
import { Button } from '../../../ui/form/button.js';
import { Sheet } from '../../../ui/layout/sheet.js';
import { Bone, Loading } from '../../../ui/feedback/skeletons.js';
import { PhonePaper } from './phone-paper.js';
import { usePreview } from './use-preview.js';

/** A whole trial paper to go through; nothing of it is kept. */
export function PreviewSheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useT('contest/builder');
  const explain = useFailureText('contest/builder');
  const { draw, isEmpty } = usePreview();
  const { mutate } = draw;
  useEffect(() => {
    if (open && !isEmpty) mutate();
  }, [open, isEmpty, mutate]);
  return (
    <Sheet
      open={open}
      onClose={onClose}
      title={t('try.open')}
      footer={
        <>
          <Button onClick={onClose}>{t('act.close')}</Button>
          {!isEmpty && (
            <Button
              kind="soft"
              icon={<IconRefresh />}
              busy={draw.isPending}
              busyText={t('try.drawing')}
              onClick={() => draw.mutate()}
            >
              {t('try.again')}
            </Button>
          )}
        </>
      }
    >
      {isEmpty ? (
        <Banner>{t('try.empty')}</Banner>
      ) : draw.isError ? (
        <Banner tone="warning" role="alert">
          {explain(draw.error)}
        </Banner>
      ) : draw.data ? (
        <PhonePaper key={draw.submittedAt} paper={draw.data} large />
      ) : (
        <Loading>
          <Bone height={420} />
        </Loading>
      )}
    </Sheet>
  );
}
