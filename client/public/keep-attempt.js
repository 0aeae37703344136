// A service worker for one thing: an attempt that is open can be loaded again without a network. The network always
// comes first, so nothing old is shown after an update; files under /assets/ never change under their name. What the page
// gave last is kept until the attempt is over or somebody else is signed in.
const KEPT = 'hai-dang-attempt-1';
const PAGE = '/attempts/';
const ATTEMPT = /^\/api\/attempts\/[\w-]+(\/result)?$/;

self.addEventListener('install', () => void self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('message', (event) => {
  const { data } = event;
  if (data.kind === 'keep') event.waitUntil(keep(data));
});

/** { page: path, files: paths, answers: { path: body } }: afterwards these are kept, and nothing else. */
async function keep({ page, files, answers }) {
  const cache = await caches.open(KEPT);
  const wanted = new Set([PAGE, ...files, ...Object.keys(answers)]);
  for (const { url } of await cache.keys()) {
    if (!wanted.has(new URL(url).pathname)) await cache.delete(url);
  }
  for (const [path, body] of Object.entries(answers)) {
    const headers = { 'content-type': 'application/json', 'x-kept-at': String(Date.now()) };
    await cache.put(path, new Response(JSON.stringify(body), { headers }));
  }
  const kept = new Set((await cache.keys()).map(({ url }) => new URL(url).pathname));
  const missing = files.filter((path) => !kept.has(path));
  // Page and files are of one build: the page is fetched again with the first new file only.
  if (missing.length === 0 && kept.has(PAGE)) return;
  await Promise.all([store(cache, PAGE, page), ...missing.map((path) => store(cache, path, path))]);
}

async function store(cache, name, path) {
  const answer = await fetch(path, { credentials: 'same-origin' });
  if (answer.ok) await cache.put(name, answer);
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== self.location.origin || request.method !== 'GET') return;
  if (request.mode === 'navigate') {
    if (pathname.startsWith(PAGE)) event.respondWith(networkOr(request, PAGE));
  } else if (pathname.startsWith('/assets/')) {
    event.respondWith(caches.match(request, { cacheName: KEPT }).then((kept) => kept ?? fetch(request)));
  } else if (pathname === '/api/session' || ATTEMPT.test(pathname)) {
    event.respondWith(networkOr(request, pathname));
  } else if (pathname === '/first-paint.js' || pathname === '/favicon.svg') {
    event.respondWith(networkOr(request, pathname));
  }
});

async function networkOr(request, name) {
  try {
    const answer = await fetch(request);
    const isOver = answer.ok && name.endsWith('/result');
    if (isOver || answer.status === 401 || answer.status === 404) await caches.delete(KEPT);
    else if (name === '/api/session') await forgetOthers(answer.clone());
    return answer;
  } catch (error) {
    const kept = await caches.match(name, { cacheName: KEPT });
    if (!kept) throw error;
    return name.startsWith('/api/') ? aged(kept) : kept;
  }
}

/** What was kept of somebody is no business of who signed in after them. */
async function forgetOthers(answer) {
  const kept = await caches.match('/api/session', { cacheName: KEPT });
  if (!kept || !answer.ok) return;
  const [now, then] = await Promise.all([answer.json(), kept.json()]);
  if (now.member?.id !== then.member?.id) await caches.delete(KEPT);
}

/** The server's time has gone on since. The page is told that this is no answer of the server. */
async function aged(kept) {
  const body = await kept.json();
  const passedMs = Date.now() - Number(kept.headers.get('x-kept-at'));
  body.serverNow = new Date(Date.parse(body.serverNow) + Math.max(0, passedMs)).toISOString();
  return new Response(JSON.stringify(body), {
    headers: { 'content-type': 'application/json', 'x-kept': 'yes' },
  });
}
