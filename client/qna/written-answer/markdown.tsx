import ReactMarkdown, { type Components } from 'react-markdown';

/** No heading of an answer may stand among those of the page, and no image may report who looked. */
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
  a: ({ href, children }) => (
    <a href={href} rel="noopener nofollow" target="_blank">
      {children}
    </a>
  ),
};

/** Markdown without HTML of its author's own and without images; addresses other than of the web become plain text. */
export function Markdown({ text }: { text: string }) {
  return (
    <ReactMarkdown skipHtml disallowedElements={['img']} components={components}>
      {text}
    </ReactMarkdown>
  );
}
