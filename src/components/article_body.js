// What a reader does in an article besides reading it: copies code, wraps its lines, takes a link to a heading, scrolls what
// is wider than the page.

const SCROLLERS = ".bm-code-text, .bm-scroll";
/** How long a button shows how it went, in milliseconds. */
const SHOWN = 2_000;
/** How long the place that the address names is kept in view, in milliseconds. */
const SETTLED = 5_000;

/** The fragment that the reader has arrived at and gone on from. */
let left;

/** Serves the article in the widget with this root, what is painted later included; returns the function that stops it. */
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
    // Not by the browser: a page with a `<base>` would be left.
    event.preventDefault();
    location.hash = control.hash;
    arrive(root);
    put(root, control, location.href);
  }, { signal });
  // Chunks, styles and images that come late move the place, until the reader moves.
  const settling = new ResizeObserver(() => arrive(root));
  const settled = () => {
    settling.disconnect();
    left = location.hash;
  };
  // When the page has had time to paint.
  const waiting = setTimeout(() => observeScrollers(root, signal), 300);
  for (const name of ["wheel", "pointerdown", "keydown"]) addEventListener(name, settled, { signal });
  const timer = setTimeout(settled, SETTLED);
  // Not where the reader is on the way already.
  if (location.hash.startsWith("#bm-") && left !== location.hash && !scrollY) settling.observe(root);
  // No fragment leads into a shadow root by itself.
  if (root.getRootNode() !== document) addEventListener("hashchange", () => arrive(root), { signal });
  return () => {
    controller.abort();
    clearTimeout(timer);
    clearTimeout(waiting);
    settling.disconnect();
  };
}

/** Makes what scrolls reachable by keyboard, now and when more is painted. */
function observeScrollers(root, signal) {
  const words = () => root.dataset.bmWords.split("\n");
  const sizes = new ResizeObserver((entries) => entries.forEach(({ target }) => reach(target, words())));
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

/** Copies `text` for the widget with this root; its button shows how it went, the live region says it. */
export async function put(root, button, text, html) {
  const done = await copy(text, html);
  const [yes, no] = root.dataset.bmWords.split("\n");
  say(root, done ? yes : no);
  button.dataset.bmCopied = done;
  setTimeout(() => delete button.dataset.bmCopied, SHOWN);
}

/** Says `text` to those who listen; within the dialog that is open, because what is around it is silent. */
export function say(root, text) {
  const place = root.querySelector("dialog[open]") ?? root;
  const region = place.querySelector(":scope > .bm-status") ?? place.appendChild(liveRegion());
  // Filled a moment later: what comes with its text, and a text that stays the same, is not said.
  region.textContent = "";
  setTimeout(() => { region.textContent = text; }, 100);
}

function liveRegion() {
  const region = Object.assign(document.createElement("div"), { className: "bm-status" });
  region.setAttribute("role", "status");
  return region;
}

/** A scroller that overflows is reached by keyboard and has a name; one that does not is no stop on the way. */
function reach(scroller, [, , code, table]) {
  const attributes = { tabindex: "0", role: "group", "aria-label": nameOf(scroller, code, table) };
  const overflows = scroller.scrollWidth > scroller.clientWidth;
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
  try { name = decodeURIComponent(location.hash.slice(1)); } catch { /* then it is no name of ours */ }
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
