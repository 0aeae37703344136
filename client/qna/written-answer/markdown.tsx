import ReactMarkdown, { type Components } from 'react-markdown';

/** Everything else is shown as its plain words. */
const ALLOWED = [
  'p',
  'br',
  'em',
  'strong',
  'del',
  'a',
  'ul',
  'ol',
  'li',
  'blockquote',
  'code',
  'pre',
  'hr',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
];

/** No heading of an answer may stand among those of the page. */
const heading: Components['h1'] = ({ children }) => (
  <p>
    <strong>{children}</strong>
  </p>
);

const components: Components = {
  h1: heading,
  h2: heading,
  h3: heading,
  h4: heading,
  h5: heading,
  h6: heading,
  a: ({ href, children }) =>
    href ? (
      <a href={href} rel="noopener noreferrer nofollow" target="_blank">
        {children}
      </a>
    ) : (
      children
    ),
};

/** Markdown without HTML of its author's own and without images; addresses other than of the web become plain text. */
export function Markdown({ text }: { text: string }) {
  return (
    <ReactMarkdown skipHtml unwrapDisallowed allowedElements={ALLOWED} components={components}>
      {text}
    </ReactMarkdown>
  );
}
