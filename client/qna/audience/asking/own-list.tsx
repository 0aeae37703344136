import { IconMessageCircleUser } from '@tabler/icons-react';
import type { AuthorKey } from '../../../../shared/qna/inquiry.schema.js';
import { useFailureText } from '../../../platform/api/errors.js';
import { useT } from '../../../platform/text/i18n.js';
import { Banner } from '../../../ui/feedback/banner.js';
import { EmptyState } from '../../../ui/feedback/empty-state.js';
import { ErrorState } from '../../../ui/feedback/error-state.js';
import { Bone, Loading } from '../../../ui/feedback/skeletons.js';
import { OwnCard } from './own-card.js';
import classes from './own-list.module.css';
import { UnsentCard } from './unsent-card.js';
import type { OwnQuestions } from './use-own-questions.js';

type OwnListProps = {
  sessionId: string;
  own: OwnQuestions;
  /** Questions that are being withdrawn and can still be kept. */
  leaving: ReadonlySet<string>;
  onWithdraw: (question: { id: string; key: AuthorKey | null; text: string }) => void;
};

/** Everything one asked here, with what became of it; first what is still on this device. */
export function OwnList({ sessionId, own, leaving, onWithdraw }: OwnListProps) {
  const t = useT('qna/audience');
  const explain = useFailureText('qna');
  const { query, pending, device } = own;
  const retry = () => void query.refetch();
  const items = query.data?.items.filter(({ id }) => !leaving.has(id)) ?? [];
  return (
    <div className={classes.list}>
      {!device.isKept && <Banner tone="warning">{t('own.notKept')}</Banner>}
      {pending.map((entry) => (
        <UnsentCard key={entry.key} entry={entry} own={own} />
      ))}
      {query.data ? (
        items.map((item) => (
          <OwnCard
            key={item.id}
            sessionId={sessionId}
            question={item}
            onEdited={device.tell}
            onWithdraw={onWithdraw}
          />
        ))
      ) : query.error ? (
        <ErrorState title={t('load.own')} onRetry={retry} retrying={query.isFetching}>
          {explain(query.error)}
        </ErrorState>
      ) : (
        <Loading onRetry={retry}>
          <Bone height={140} />
        </Loading>
      )}
      {query.data && items.length === 0 && pending.length === 0 && (
        <EmptyState icon={<IconMessageCircleUser />} title={t('own.empty')}>
          {t('own.emptyText')}
        </EmptyState>
      )}
    </div>
  );
}
