import { IconX } from '@tabler/icons-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { useT } from '../../platform/text/i18n.js';
import { QueryStates } from '../../ui/feedback/query-states.js';
import { IconButton } from '../../ui/form/icon-button.js';
import { Bone } from '../../ui/feedback/skeletons.js';
import { QuestionDetail } from '../question/question-detail.js';
import { useQuestion } from '../question/question.api.js';
import { ReviewActions } from '../question/review-actions.js';
import classes from './side-question.module.css';

type SideFrameProps = { title: string; onClose: () => void; children: ReactNode };

/** What stands beside the list. Esc closes it. */
export function SideFrame({ title, onClose, children }: SideFrameProps) {
  const t = useT('question-bank');
  const panel = useRef<HTMLElement>(null);
  useEffect(() => panel.current?.focus({ preventScroll: true }), []);
  return (
    <aside
      ref={panel}
      tabIndex={-1}
      className={classes.panel}
      aria-label={title}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        onClose();
      }}
    >
      <header className={classes.head}>
        <h2>{title}</h2>
        <IconButton label={t('act.close')} icon={<IconX />} onClick={onClose} />
      </header>
      {children}
    </aside>
  );
}

type SideQuestionProps = { id: string; onClose: () => void };

/** The question opened beside the list; closed, it gives the focus back to its row. */
export function SideQuestion({ id, onClose }: SideQuestionProps) {
  const t = useT('question-bank');
  const question = useQuestion(id);
  const close = () => {
    document.querySelector<HTMLElement>('a[aria-current="true"]')?.focus();
    onClose();
  };
  return (
    <SideFrame key={id} title={question.data?.code ?? t('detail.label')} onClose={close}>
      <div className={classes.body}>
        <QueryStates
          query={question}
          texts="question-bank"
          failed={t('detail.failed')}
          loading={
            <div className={classes.bones}>
              <Bone width="60%" />
              <Bone height={48} />
              <Bone height={40} />
              <Bone height={40} />
              <Bone height={40} />
            </div>
          }
        >
          {(loaded) => <QuestionDetail question={loaded} />}
        </QueryStates>
      </div>
      {question.data && (
        <footer className={classes.foot}>
          <ReviewActions question={question.data} />
        </footer>
      )}
    </SideFrame>
  );
}
