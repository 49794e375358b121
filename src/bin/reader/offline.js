// The reader opens without a network once it was opened with one.

/** The cache of the page's own files; the service worker knows it by the same name. */
const CACHE = "backmatter-reader";

/** Keeps the files that this page was made of, and has a service worker answer with them where there is no network. */
export async function workOffline() {
  try {
    await navigator.serviceWorker.register("service_worker.js");
    const own = performance.getEntriesByType("resource").map(({ name }) => name).filter((name) => name.startsWith(location.origin));
    const cache = await caches.open(CACHE);
    // One that is missing, such as an icon, costs none of the others.
    await Promise.allSettled([...new Set([location.pathname, ...own])].map((file) => cache.add(file)));
  } catch { /* a page without storage, or without a secure context, needs the network */ }
}
