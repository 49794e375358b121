// Clicks on the links of a post and on its images. An image is a link to its own file.

/** The clicked link and the event detail for the host; null for other elements, other buttons and modifier keys. */
export function clicked(event) {
  const modified = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
  if (event.defaultPrevented || event.button !== 0 || modified || !(event.target instanceof Element)) return null;
  const link = event.target.closest("a[href]");
  if (!link?.closest("[data-bm-root]")) return null;
  const isImage = link.dataset.bmImage !== undefined;
  const detail = isImage ? { image: imageOf(link), index: Number(link.dataset.bmImage) } : { url: link.href, kind: kindOf(link), ...rankOf(link) };
  return { link, isImage, detail };
}

/** Before a link in `place` is followed or an image opens, calls `link(…)` or `image(…)`; false prevents it. */
export function attachClicks(place, image, link, signal) {
  // In the capture phase and above the root of the post: the host is asked before our own listeners run.
  place.addEventListener("click", (event) => {
    const { isImage, detail } = clicked(event) ?? {};
    if (!detail) return;
    const { src, alt, caption, credit } = detail.image ?? {};
    if (isImage ? image(src, alt, caption, credit, detail.index) : link(detail.url, detail.kind, detail.rank)) return;
    event.preventDefault();
    event.stopPropagation();
  }, { capture: true, signal });
}

const KINDS = { "bm-card-link": "similar", "bm-credit-link": "credit", "bm-fact-link": "meta", "bm-author": "author", "bm-anchor": "heading" };

/** What a link is for: one of the contract's kinds. */
function kindOf(link) {
  return Object.entries(KINDS).find(([name]) => link.classList.contains(name))?.[1] ?? "body";
}

/** The place of its card in the strip, from 1; nothing for other links. */
function rankOf(link) {
  const card = kindOf(link) === "similar" && link.closest(".bm-card");
  return card && { rank: [...card.parentNode.children].indexOf(card) + 1 };
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
