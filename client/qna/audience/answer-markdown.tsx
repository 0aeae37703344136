import ReactMarkdown, { type Components } from 'react-markdown';

/** No headings that would upset the page's outline, no pictures from elsewhere, no HTML. */
const ALLOWED = ['p', 'br', 'em', 'strong', 'del', 'a', 'ul', 'ol', 'li', 'blockquote', 'code', 'pre', 'hr'];

const parts: Components = {
  a: ({ href, children }) => (
    <a href={href} target="_blank" rel="noopener noreferrer nofollow">
      {children}
    </a>
  ),
};

/** Markdown written at the desk. Anything not allowed is shown as its plain words. */
export function AnswerMarkdown({ text }: { text: string }) {
  return (
    <div>
      <ReactMarkdown allowedElements={ALLOWED} unwrapDisallowed skipHtml components={parts}>
        {text}
      </ReactMarkdown>
    </div>
  );
}
