// The stylesheets of what is shown: made by script, so a strict policy allows them.

/** Stylesheets by the window that they were made for, and by their text. */
const sheets = new WeakMap();

/** Gives the document or shadow root of an element a stylesheet. An element that stands in neither waits until it does. */
export function adopt(element, css) {
  const root = element.getRootNode();
  if (!root.adoptedStyleSheets) {
    return new ResizeObserver((_, observer) => {
      if (!element.isConnected) return;
      observer.disconnect();
      adopt(element, css);
    }).observe(element);
  }
  const window = element.ownerDocument.defaultView;
  // A document without a window needs no styles.
  if (!window) return;
  const sheet = sheetOf(window, css);
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
}

function sheetOf(window, css) {
  if (!sheets.has(window)) sheets.set(window, new Map());
  const made = sheets.get(window);
  if (!made.has(css)) {
    const sheet = new window.CSSStyleSheet();
    sheet.replaceSync(css);
    made.set(css, sheet);
  }
  return made.get(css);
}

/** Gives a shadow root or the document around `element` the stylesheet of the package. */
export async function adoptOwn(element) {
  const { default: css } = await import("./css.js");
  adopt(element, css);
}

/** The same if the page has not linked it, which the styles of `post` show. Waits for a link that is still loading. */
export async function adoptMissing(post) {
  if (has(post, "--bm-css")) return;
  const link = post.getRootNode().querySelector?.('link[rel~="stylesheet"][href*="backmatter"]');
  if (link && !link.sheet && document.readyState !== "complete") {
    await Promise.race([heard(link, "load"), heard(link, "error"), heard(window, "load")]);
    if (has(post, "--bm-css")) return;
  }
  await adoptOwn(post);
}

/** The styles of what is drawn on demand, for a post that has it already; a page may have linked them, too. */
export async function adoptMissingBox(post) {
  if (has(post, "--bm-box-css")) return;
  const { default: css } = await import("./box_css.js");
  adopt(post, css);
}

/** Every post has this property from the stylesheet. */
const has = (post, property) => getComputedStyle(post).getPropertyValue(property) !== "";

const heard = (target, name) => new Promise((resolve) => target.addEventListener(name, resolve, { once: true }));
