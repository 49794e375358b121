// The links of a post, and its images, which are links to themselves: what a click is on.

/** What a click is on: the link, and what the host is told of it; null for what is no link of ours or the browser's own affair. */
export function clicked(event) {
  const modified = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
  if (event.defaultPrevented || event.button !== 0 || modified || !(event.target instanceof Element)) return null;
  const link = event.target.closest("a[href]");
  if (!link?.closest("[data-bm-root]")) return null;
  const isImage = link.dataset.bmImage !== undefined;
  const detail = isImage ? { image: imageOf(link), index: Number(link.dataset.bmImage) } : { url: link.href, kind: kindOf(link) };
  return { link, isImage, detail };
}

/** Asks before a link in `place` is followed or an image opens: `image(…)` and `link(…)` return whether that is to happen. */
export function attachClicks(place, image, link, signal) {
  // In the capture phase and above the root of the post: the host is asked before anything of ours acts.
  place.addEventListener("click", (event) => {
    const { isImage, detail } = clicked(event) ?? {};
    if (!detail) return;
    const { src, alt, caption, credit } = detail.image ?? {};
    if (isImage ? image(src, alt, caption, credit, detail.index) : link(detail.url, detail.kind)) return;
    event.preventDefault();
    event.stopPropagation();
  }, { capture: true, signal });
}

const KINDS = { "bm-card-link": "similar", "bm-credit-link": "credit", "bm-fact-link": "meta", "bm-author": "author", "bm-anchor": "heading" };

/** What a link is for: one of the contract's kinds. */
function kindOf(link) {
  return Object.entries(KINDS).find(([name]) => link.classList.contains(name))?.[1] ?? "body";
}

/** The image that a link leads to, as it stands on the page. */
function imageOf(link) {
  const figure = link.closest("figure");
  const text = (selector) => figure?.querySelector(selector)?.textContent ?? "";
  return {
    src: link.href,
    alt: figure?.querySelector("img")?.alt ?? "",
    caption: text(".bm-caption-text"),
    credit: text(".bm-credit"),
  };
}
