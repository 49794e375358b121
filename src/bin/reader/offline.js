// The reader opens without a network once it was opened with one.

/** The cache of the page's own files; the service worker knows it by the same name. */
const CACHE = "backmatter-reader";

/** What a page is made of. Posts are no part of it. */
const FILE = /\.(js|wasm|css|svg)$/;

/** Keeps the files that this page was made of, and has a service worker answer with them where there is no network. */
export async function workOffline() {
  try {
    await navigator.serviceWorker.register("service_worker.js");
    const loaded = performance.getEntriesByType("resource").map(({ name }) => new URL(name));
    const own = loaded.filter(({ origin, pathname }) => origin === location.origin && FILE.test(pathname));
    const wanted = new Set([location.origin + location.pathname, ...own.map(({ href }) => href)]);
    const cache = await caches.open(CACHE);
    // One that is missing costs none of the others.
    await Promise.allSettled([...wanted].map((file) => cache.add(file)));
    for (const request of await cache.keys()) if (!wanted.has(request.url)) await cache.delete(request);
  } catch { /* a page without storage, or without a secure context, needs the network */ }
}
