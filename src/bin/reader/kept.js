// The library that is kept for the next visit, in the storage of this origin. It never leaves the machine.

const CACHE = "backmatter-library", KEY = "/kept-library";

/** Keeps a file. False where the browser has no room, or no storage for this page. */
export async function keep(file) {
  try {
    const cache = await caches.open(CACHE);
    await cache.put(KEY, new Response(file, { headers: { "X-Name": encodeURIComponent(file.name) } }));
    return true;
  } catch {
    return false;
  }
}

export async function forget() {
  try { await caches.delete(CACHE); } catch { /* nothing was kept */ }
}

/** The file, if one is kept. */
export async function kept() {
  try {
    const found = await caches.match(KEY, { cacheName: CACHE });
    return found && new File([await found.blob()], decodeURIComponent(found.headers.get("X-Name")));
  } catch {
    return undefined;
  }
}
