import { useRef, type MouseEvent } from 'react';
import { download } from '../../platform/api/download.js';
import { useFailureText } from '../../platform/api/errors.js';
import { useT } from '../../platform/text/i18n.js';
import { showDone, showFailed } from './toast-queue.js';

/**
 * For a link to a file that the server makes first: says so when it takes longer than a moment, and saves the file when
 * it is there. Opened in another tab or copied, the link is a link. `texts`: the namespace that words what can be refused.
 */
export function useDownload(texts: string): (event: MouseEvent<HTMLAnchorElement>) => void {
  const t = useT('platform');
  const explain = useFailureText(texts);
  const going = useRef(new Set<string>());
  return (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const { href } = event.currentTarget;
    if (going.current.has(href)) return;
    going.current.add(href);
    void download(href, () => showDone(t('download.preparing')))
      .catch((error: unknown) => showFailed(explain(error)))
      .finally(() => going.current.delete(href));
  };
}
