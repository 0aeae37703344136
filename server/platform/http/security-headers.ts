import type { FastifyInstance } from 'fastify';

const POLICY = {
  'default-src': ["'self'"],
  // The sealing library is WebAssembly. This lets our own scripts compile it; text still never becomes a script.
  'script-src': ["'self'", "'wasm-unsafe-eval'"],
  // The component library writes style attributes and one style element.
  'style-src': ["'self'", "'unsafe-inline'"],
  'img-src': ["'self'", 'data:', 'blob:'],
  'font-src': ["'self'"],
  'connect-src': ["'self'", 'ws:', 'wss:'],
  'object-src': ["'none'"],
  'base-uri': ["'self'"],
  'form-action': ["'self'"],
  'frame-ancestors': ["'none'"],
};

/**
 * What data needs: never sniffed into a page, never embedded elsewhere, and kept neither by a browser that several people
 * share nor by a proxy on the way. Files of the site say themselves for how long they are kept.
 */
const DATA = {
  'cache-control': 'no-store',
  'cross-origin-resource-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
};

const PAGES = {
  ...DATA,
  'content-security-policy': Object.entries(POLICY)
    .map(([directive, sources]) => `${directive} ${sources.join(' ')}`)
    .join(';'),
  'referrer-policy': 'no-referrer',
  'x-dns-prefetch-control': 'off',
  'x-frame-options': 'DENY',
  'x-permitted-cross-domain-policies': 'none',
};

/** Browsers take these only over https; on plain http in a hall they would only fill the console with warnings. */
const OVER_HTTPS = {
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'cross-origin-opener-policy': 'same-origin',
  'origin-agent-cluster': '?1',
};

const DOCS = '/api/docs';

/** Worked out once, and for data only what data needs: the saving of answers feels each microsecond. */
export function addSecurityHeaders(fastify: FastifyInstance, overHttps: boolean): void {
  const extra = overHttps ? OVER_HTTPS : {};
  const [data, pages] = [
    { ...DATA, ...extra },
    { ...PAGES, ...extra },
  ];
  fastify.addHook('onRequest', (request, reply, done) => {
    const isData = request.url.startsWith('/api/') && !request.url.startsWith(DOCS);
    void reply.headers(isData ? data : pages);
    done();
  });
}
