import Markdown from 'react-markdown';
import classes from './markdown-view.module.css';

const NOT_SHOWN = ['img'];

/** An answer as the room will read it. Raw HTML stays text, and no picture is fetched from elsewhere. */
export function MarkdownView({ text }: { text: string }) {
  return (
    <div className={classes.text}>
      <Markdown disallowedElements={NOT_SHOWN}>{text}</Markdown>
    </div>
  );
}
