import { IconMessageCircleUser } from '@tabler/icons-react';
import { useId, useState } from 'react';
import type { AuthorKey } from '../../../../shared/qna/inquiry.schema.js';
import { useT } from '../../../platform/text/i18n.js';
import { Banner } from '../../../ui/feedback/banner.js';
import { EmptyState } from '../../../ui/feedback/empty-state.js';
import { QueryStates } from '../../../ui/feedback/query-states.js';
import { Bone } from '../../../ui/feedback/skeletons.js';
import { OwnCard } from './own-card.js';
import classes from './own-list.module.css';
import { UnsentCard } from './unsent-card.js';
import type { OwnQuestions } from '../asking/use-own-questions.js';

type OwnListProps = {
  sessionId: string;
  own: OwnQuestions;
  /** Questions that are being withdrawn and can still be kept. */
  leaving: ReadonlySet<string>;
  onWithdraw: (question: { id: string; key: AuthorKey | null; text: string }) => void;
};

/** Everything one asked here, with what became of it; first what is still on this device. */
export function OwnList({ sessionId, own, leaving, onWithdraw }: OwnListProps) {
  const t = useT('qna/audience/own');
  const { query, pending, device } = own;
  const none = (
    <EmptyState icon={<IconMessageCircleUser />} title={t('own.empty')}>
      {t('own.emptyText')}
    </EmptyState>
  );
  return (
    <div className={classes.list}>
      {!device.isKept && <Banner tone="warning">{t('own.notKept')}</Banner>}
      {pending.map((entry) => (
        <UnsentCard key={entry.key} entry={entry} own={own} />
      ))}
      <QueryStates query={query} texts="qna" failed={t('failed')} loading={<Bone height={140} />}>
        {({ items }) => {
          const kept = items.filter(({ id }) => !leaving.has(id));
          if (kept.length === 0) return pending.length === 0 && none;
          return kept.map((item) => (
            <OwnCard
              key={item.id}
              sessionId={sessionId}
              question={item}
              onEdited={device.tell}
              onWithdraw={onWithdraw}
            />
          ));
        }}
      </QueryStates>
    </div>
  );
}

/** Longer than this it is folded to two lines: questions come first. */
const SHORT = 110;

/** Who answers and on what, in the words of whoever made the session. Loaded with the list, after what is needed first. */
export function SessionAbout({ text, mayVote }: { text: string; mayVote: boolean }) {
  const t = useT('qna/audience/own');
  const id = useId();
  const [open, setOpen] = useState(false);
  const isLong = text.length > SHORT || text.includes('\n');
  return (
    <div className={classes.about}>
      {text !== '' && (
        <p id={id} data-folded={(isLong && !open) || undefined}>
          {text}
        </p>
      )}
      {isLong && (
        <button type="button" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
          {t(open ? 'intro.less' : 'intro.more')}
        </button>
      )}
      {!mayVote && <p>{t('intro.membersVote')}</p>}
    </div>
  );
}
