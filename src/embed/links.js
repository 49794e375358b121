// What the host hears of a link before it is followed, and of an image before it opens.

const KINDS = { "bm-card-link": "similar", "bm-credit-link": "credit", "bm-fact-link": "meta", "bm-author": "author", "bm-anchor": "heading" };

/** What a link is for: one of the contract's kinds. */
export function kindOf(link) {
  return Object.entries(KINDS).find(([name]) => link.classList.contains(name))?.[1] ?? "body";
}

/** The image that a link leads to, as it stands on the page. */
export function imageOf(link) {
  const figure = link.closest("figure");
  const text = (selector) => figure?.querySelector(selector)?.textContent ?? "";
  return {
    src: link.href,
    alt: link.querySelector("img")?.alt ?? "",
    caption: text(".bm-caption-text"),
    credit: text(".bm-credit"),
  };
}
