import { useEffect } from 'react';
import { announce } from './announcer.js';

const PRODUCT = 'Hải Đăng';
let shown = '';

/** Names the page in the tab and, after a navigation, to screen readers. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = title === '' ? PRODUCT : `${title} · ${PRODUCT}`;
    // The first page is read out by the browser itself.
    if (shown !== '' && shown !== title) announce(title);
    shown = title;
  }, [title]);
}
