import ReactMarkdown, { type Components } from 'react-markdown';
import { MARKDOWN_ELEMENTS, safeAddress } from '../../../shared/kernel/markdown.js';

type MarkdownProps = {
  text: string;
  /** Its headings are those of a part of the page, one level below its title; otherwise they are only strong words. */
  sections?: boolean;
};

/** No heading of an answer may stand among those of the page. */
const strong: Components['h1'] = ({ children }) => (
  <p>
    <strong>{children}</strong>
  </p>
);
const title: Components['h1'] = ({ children }) => <h3>{children}</h3>;
const subtitle: Components['h1'] = ({ children }) => <h4>{children}</h4>;

const shared: Components = {
  a: ({ href, children }) =>
    href ? (
      <a href={href} rel="noopener noreferrer nofollow" target="_blank">
        {children}
      </a>
    ) : (
      children
    ),
};
const flat: Components = {
  ...shared,
  h1: strong,
  h2: strong,
  h3: strong,
  h4: strong,
  h5: strong,
  h6: strong,
};
const nested: Components = {
  ...shared,
  h1: title,
  h2: title,
  h3: subtitle,
  h4: subtitle,
  h5: subtitle,
  h6: subtitle,
};

/** The one way Markdown gets onto a page: what is not allowed is shown as its words, and links lead to the web only. */
export function Markdown({ text, sections = false }: MarkdownProps) {
  return (
    <ReactMarkdown
      skipHtml={!sections}
      unwrapDisallowed
      allowedElements={MARKDOWN_ELEMENTS}
      urlTransform={safeAddress}
      components={sections ? nested : flat}
    >
      {text}
    </ReactMarkdown>
  );
}
