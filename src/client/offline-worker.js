/* Caches the decks of a site for offline use. The build prepends VERSION, FILES and RETIRED. */
const PREFIX = `deckwright ${self.registration.scope} `;
const CACHE = PREFIX + VERSION;

self.addEventListener('install', (event) => {
  event.waitUntil(RETIRED ? self.skipWaiting() : keepFiles());
});

self.addEventListener('activate', (event) => {
  event.waitUntil(RETIRED ? retire() : forgetOthers().then(() => self.clients.claim()));
});

self.addEventListener('fetch', (event) => {
  const { method, url } = event.request;
  if (RETIRED || method !== 'GET' || !url.startsWith(self.registration.scope)) return;
  event.respondWith(answer(event.request));
});

async function keepFiles() {
  const cache = await caches.open(CACHE);
  await cache.addAll(FILES.map((file) => new Request(file, { cache: 'no-cache' })));
  await self.skipWaiting();
}

/** Deletes older caches of this folder; those of other folders on the same host stay. */
async function forgetOthers() {
  const names = await caches.keys();
  await Promise.all(
    names.filter((name) => name.startsWith(PREFIX) && name !== CACHE).map((name) => caches.delete(name)),
  );
}

async function retire() {
  await forgetOthers();
  await self.registration.unregister();
}

/**
 * Answers a request: bundled files, whose names change with their content, from the cache first; others from the
 * network first.
 */
async function answer(request) {
  const kept = () =>
    caches.open(CACHE).then((cache) => cache.match(request, { ignoreSearch: true, ignoreVary: true }));
  if (request.url.startsWith(new URL('deck-assets/', self.registration.scope).href)) {
    const found = await kept();
    // Videos are requested in ranges, which only the network can serve.
    if (found && !request.headers.has('range')) return found;
  }
  try {
    return await fetch(request);
  } catch (error) {
    const found = await kept();
    if (found) return found;
    throw error;
  }
}
