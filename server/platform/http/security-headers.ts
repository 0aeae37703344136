import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

const POLICY = {
  'default-src': ["'self'"],
  // The sealing library is WebAssembly. This lets our own scripts compile it; text still never becomes a script.
  'script-src': ["'self'", "'wasm-unsafe-eval'"],
  // The component library writes style attributes and one style element.
  'style-src': ["'self'", "'unsafe-inline'"],
  'img-src': ["'self'", 'data:', 'blob:'],
  'font-src': ["'self'"],
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

const WRITTEN_POLICY = Object.entries(POLICY)
  .map(([directive, sources]) => `${directive} ${sources.join(' ')}`)
  .join(';');

/** What a document needs beyond; to a script or a picture it would say nothing. */
const DOCUMENT = {
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

/** A host as a browser writes it, with its port: nothing that could begin another directive. */
const HOST = /^(\[[\da-f:.]+\]|[\w.-]+)(:\d{1,5})?$/i;

/** Worked out once, and for data only what data needs: the saving of answers feels each microsecond. */
export function addSecurityHeaders(fastify: FastifyInstance, overHttps: boolean): void {
  const extra = overHttps ? OVER_HTTPS : {};
  const data = { ...DATA, ...extra };
  fastify.addHook('onRequest', (_request, reply, done) => {
    void reply.headers(data);
    done();
  });
  // Where pages come from, and nowhere else: a save is not to run through one hook more.
  fastify.addHook('onRoute', (route) => {
    if (route.url.startsWith('/api/') && !route.url.startsWith(DOCS)) return;
    const before = route.onSend === undefined ? [] : [route.onSend].flat();
    route.onSend = [...before, protectDocument];
  });
}

async function protectDocument(
  request: FastifyRequest,
  reply: FastifyReply,
  payload: unknown,
): Promise<unknown> {
  if (String(reply.getHeader('content-type') ?? '').startsWith('text/html'))
    void reply.headers({ ...DOCUMENT, 'content-security-policy': policyAt(request.headers.host) });
  return payload;
}

/** Some browsers do not take 'self' for the sockets of the same address, so that these are named. */
function policyAt(host: string | undefined): string {
  const sockets = host !== undefined && HOST.test(host) ? ` ws://${host} wss://${host}` : '';
  return `${WRITTEN_POLICY};connect-src 'self'${sockets}`;
}
