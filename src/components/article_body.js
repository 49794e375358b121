// Interactions in an article: copying code, wrapping its lines, copying a link to a heading, scrolling what is wider than
// the page.

const SCROLLERS = ".bm-code-text, .bm-scroll";
/** How long a button shows how it went, in milliseconds. */
const SHOWN = 2_000;
/** How long the place that the address names is kept in view, in milliseconds. */
const SETTLED = 5_000;

/** The fragment that is no longer scrolled to: the reader has moved, or the time is over. */
let left;

/** Adds the article's listeners to the widget with this root, also for what is painted later. Returns a function that removes them. */
export function attachArticle(root) {
  const controller = new AbortController();
  const { signal } = controller;
  root.addEventListener("click", (event) => {
    if (event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const control = event.target.closest(".bm-code-copy, .bm-code-wrap, .bm-anchor");
    if (!control) return;
    const { classList } = control;
    if (classList.contains("bm-code-copy")) put(root, control, control.closest("figure").querySelector("code").textContent);
    if (classList.contains("bm-code-wrap")) control.setAttribute("aria-pressed", control.getAttribute("aria-pressed") !== "true");
    if (!classList.contains("bm-anchor")) return;
    // The browser would leave a page that has a `<base>`.
    event.preventDefault();
    location.hash = control.hash;
    arrive(root);
    put(root, control, location.href);
  }, { signal });
  // Late chunks, styles and images move the target: scroll to it again until the reader moves.
  const settling = new ResizeObserver(() => arrive(root));
  const settled = () => {
    settling.disconnect();
    left = location.hash;
  };
  // When the page has had time to paint.
  const waiting = setTimeout(() => observeScrollers(root, signal), 300);
  for (const name of ["wheel", "pointerdown", "keydown"]) addEventListener(name, settled, { signal });
  const timer = setTimeout(settled, SETTLED);
  // Only while the reader has not scrolled yet.
  if (location.hash.startsWith("#bm-") && left !== location.hash && !scrollY) settling.observe(root);
  // Browsers do not scroll to a fragment inside a shadow root.
  if (root.getRootNode() !== document) addEventListener("hashchange", () => arrive(root), { signal });
  return () => {
    controller.abort();
    clearTimeout(timer);
    clearTimeout(waiting);
    settling.disconnect();
  };
}

/** Makes scroll containers keyboard-focusable, now and when more is painted. */
function observeScrollers(root, signal) {
  const words = () => root.dataset.bmWords.split("\n");
  const sizes = new ResizeObserver((entries) => {
    // What is not laid out yet comes again when it is near the viewport; to ask for its size would lay it out now.
    const seen = entries.map(({ target }) => target).filter((target) => target.checkVisibility?.({ contentVisibilityAuto: true }) ?? true);
    // All sizes are read before anything is written: in between the page would be laid out again for each.
    const wide = seen.map((scroller) => scroller.scrollWidth > scroller.clientWidth);
    seen.forEach((scroller, index) => reach(scroller, wide[index], words()));
  });
  const look = (node) => {
    if (!(node instanceof Element)) return;
    if (node.matches(SCROLLERS)) sizes.observe(node);
    node.querySelectorAll(SCROLLERS).forEach((scroller) => sizes.observe(scroller));
  };
  look(root);
  const painted = new MutationObserver((records) => {
    for (const { addedNodes } of records) addedNodes.forEach(look);
  });
  painted.observe(root, { childList: true, subtree: true });
  signal.addEventListener("abort", () => {
    painted.disconnect();
    sizes.disconnect();
  });
}

/** Copies `text`. The button shows the result, and the live region of this root announces it. */
export async function put(root, button, text, html) {
  const done = await copy(text, html);
  const [yes, no] = root.dataset.bmWords.split("\n");
  say(root, done ? yes : no);
  button.dataset.bmCopied = done;
  setTimeout(() => delete button.dataset.bmCopied, SHOWN);
}

/** Announces `text` to screen readers. An open dialog makes the rest of the page inert, so it gets its own live region. */
export function say(root, text) {
  const place = root.querySelector("dialog[open]") ?? root;
  const region = place.querySelector(":scope > .bm-status") ?? place.appendChild(liveRegion());
  // Filled later: screen readers ignore a region inserted with its text, and a text that stays the same.
  region.textContent = "";
  setTimeout(() => { region.textContent = text; }, 100);
}

function liveRegion() {
  const region = Object.assign(document.createElement("div"), { className: "bm-status" });
  region.setAttribute("role", "status");
  return region;
}

/** A scroll container that overflows is keyboard-focusable and has a name; others are not focusable. */
function reach(scroller, overflows, [, , code, table]) {
  const attributes = { tabindex: "0", role: "group", "aria-label": nameOf(scroller, code, table) };
  for (const [name, value] of Object.entries(attributes)) {
    if (overflows) scroller.setAttribute(name, value);
    else scroller.removeAttribute(name);
  }
}

function nameOf(scroller, code, table) {
  const isTable = scroller.matches(".bm-scroll");
  const own = isTable ? scroller.querySelector("caption") : scroller.parentNode?.querySelector(".bm-code-language");
  const kind = isTable ? table : code;
  return own ? `${kind}: ${own.textContent}` : kind;
}

/** Scrolls to the heading that the address names. */
function arrive(root) {
  let name = "";
  try { name = decodeURIComponent(location.hash.slice(1)); } catch { /* not one of our ids */ }
  const heading = name.startsWith("bm-") && root.querySelector(`#${CSS.escape(name)}`);
  if (heading) heading.scrollIntoView();
}

async function copy(text, html) {
  try {
    if (html) await navigator.clipboard.write([new ClipboardItem({ "text/plain": text, "text/html": html })]);
    else await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyByEvent(text, html);
  }
}

/** Where the clipboard is not given to pages: insecure ones, frames. */
function copyByEvent(text, html) {
  const fill = (event) => {
    event.clipboardData.setData("text/plain", text);
    if (html) event.clipboardData.setData("text/html", html);
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  document.addEventListener("copy", fill, true);
  try {
    return document.execCommand("copy");
  } finally {
    document.removeEventListener("copy", fill, true);
  }
}
