import { lazy, Suspense } from 'react';
import { asMarkdown } from '../../shared/kernel/markdown.js';
import { Bone } from '../ui/feedback/skeletons.js';
import classes from './rules-markdown.module.css';

/** Fetched with the first rules that are read. */
const Markdown = lazy(() =>
  import('../ui/data/markdown.js').then(({ Markdown: part }) => ({ default: part })),
);

/** A contest's rules as their readers see them. */
export function RulesMarkdown({ text }: { text: string }) {
  return (
    <div className={classes.text}>
      <Suspense fallback={<Bone width={240} />}>
        <Markdown text={asMarkdown(text)} sections />
      </Suspense>
    </div>
  );
}
