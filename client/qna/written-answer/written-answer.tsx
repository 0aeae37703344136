import { lazy, Suspense } from 'react';
import { Bone } from '../../ui/feedback/skeletons.js';
import classes from './written-answer.module.css';

/** Fetched with the first answer that is shown: a list of questions does without. */
const Markdown = lazy(() =>
  import('../../ui/data/markdown.js').then(({ Markdown }) => ({ default: Markdown })),
);

/** An answer as somebody at the desk wrote it, in Markdown. */
export function WrittenAnswer({ text }: { text: string }) {
  return (
    <div className={classes.answer}>
      <Suspense fallback={<Bone width={240} />}>
        <Markdown text={text} />
      </Suspense>
    </div>
  );
}
