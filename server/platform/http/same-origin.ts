/** Whether a page with this Origin, asking under this Host, is one of ours. */
export type OwnOrigin = (origin: string | undefined, host: string | undefined) => boolean;

type Addresses = { PUBLIC_URL?: string; TRUSTED_PROXIES: string };

/**
 * True without an Origin (not a browser, or a same-origin GET) and when its host is the one that was asked and its scheme
 * the one we are reached by: as PUBLIC_URL says, else plain http, which is all we speak, else whatever a trusted proxy does.
 */
export function ownOriginOf({ PUBLIC_URL, TRUSTED_PROXIES }: Addresses): OwnOrigin {
  const known = PUBLIC_URL === undefined ? undefined : new URL(PUBLIC_URL);
  return (origin, host) => {
    if (origin === undefined) return true;
    if (!URL.canParse(origin)) return false;
    const page = new URL(origin);
    if (page.host !== host) return false;
    if (known?.host === page.host) return page.protocol === known.protocol;
    return page.protocol === 'http:' || (page.protocol === 'https:' && TRUSTED_PROXIES !== '');
  };
}
