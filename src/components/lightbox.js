// The lightbox of a post: opened by a click or a fragment, navigated by keys and buttons, closed like any dialog.

import { put, say } from "./article_body.js";

/** The duration of an animation, in milliseconds. */
const MOMENT = 180;
/** How long to wait for the image that the fragment names, in milliseconds. */
const PATIENCE = 5_000;
/** The lightbox that a fragment has opened. Only one may: several widgets may show the same image. */
let addressed = null;

/**
 * Adds the listeners of the lightbox to the widget with this root.
 * @param {(action: "open" | "go" | "closed" | "load", number: number) => void | Promise<void>} act tells Rust what the reader does
 * @param {() => string[]} credit gives the credit of the open image: text, HTML, Markdown
 * @param {() => { imageHistory?: "back" | "link", shortcuts?: boolean }} options gives the host's
 */
export function attachLightbox(root, act, credit, options, signal) {
  const box = new Lightbox(root, act, credit, options);
  const on = (name, hear, target = root, capture = false) => target.addEventListener(name, hear, { capture, signal });
  on("click", (event) => box.click(event));
  on("keydown", (event) => box.press(event));
  // These events do not bubble, so the listeners are in the capture phase.
  on("close", () => box.closed(), root, true);
  on("load", ({ target }) => { if (target.matches(".bm-slide-image")) box.prepare(target); }, root, true);
  on("popstate", () => box.wander(), window);
  signal?.addEventListener("abort", () => { if (addressed === box) addressed = null; });
  box.wander();
  if (!options().imageHistory || !location.hash.includes("--image-")) return;
  // The image that the fragment names may be painted later, in idle time.
  const painted = new MutationObserver(() => { if (box.wander()) painted.disconnect(); });
  painted.observe(root, { childList: true, subtree: true });
  const timer = setTimeout(() => painted.disconnect(), PATIENCE);
  signal?.addEventListener("abort", () => { painted.disconnect(); clearTimeout(timer); });
}

/** After an update: closes a dialog whose image is gone, and empties a closed dialog (a repaint closes it). */
export function settleLightbox(root, act) {
  // Among the children only: a selector would search the whole post.
  const dialog = [...root.children].find((part) => part.matches("dialog"));
  const hasImage = Boolean(dialog?.querySelector(".bm-slide"));
  if (dialog?.open && !hasImage) dialog.close();
  if (!dialog?.open && hasImage) act("closed", 0);
}

class Lightbox {
  /** The number of the image that it was opened from: the focus goes back to its picture. */
  #from = -1;
  /** Identifies the history entry that was added for the open image. */
  #mark = null;

  constructor(root, act, credit, options) {
    Object.assign(this, { root, tell: act, credit, options });
  }

  get dialog() { return this.root.querySelector("dialog"); }
  get image() { return this.root.querySelector(".bm-slide-image"); }

  click(event) {
    // The browser handles clicks with a modifier key.
    if (event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const { target } = event, { dialog } = this;
    const link = target.closest("[data-bm-image]"), button = target.closest("[data-bm-action]");
    if (link) {
      event.preventDefault();
      this.open(Number(link.dataset.bmImage), link);
    } else if (button) {
      this.act(button, button.dataset.bmAction);
    } else if (target.matches(".bm-slide") || (target === this.image && isBeside(target, event))) {
      dialog.close();
    }
  }

  act(button, action) {
    if (action === "close") this.dialog.close();
    if (action === "previous") this.go(-1);
    if (action === "next") this.go(1);
    if (action === "load") this.load(Number(button.dataset.bmNumber));
    if (!action.startsWith("copy-credit")) return;
    const [text, html, markdown] = this.credit();
    // HTML keeps the links when the credit is pasted into a document.
    if (action === "copy-credit") put(this.root, button, text, html);
    else put(this.root, button, markdown);
  }

  press(event) {
    const { key } = event;
    // The browser handles keys with a modifier: Alt and an arrow move through the history.
    if (!this.dialog?.open || event.ctrlKey || event.metaKey || event.altKey) return;
    // Arrow keys follow the writing direction.
    const onward = getComputedStyle(this.root).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
    if (key === "ArrowLeft" || key === "ArrowRight") this.go(key === onward ? 1 : -1);
    // The page behind must not scroll.
    else if (key === "PageUp" || key === "PageDown") event.preventDefault();
  }

  /** Shows the image `index` from the picture in `link`. */
  open(index, link) {
    whenDone(this.tell("open", index), () => this.#appear(index, link));
  }

  #appear(index, link) {
    const { dialog } = this;
    if (!dialog?.querySelector(".bm-slide") || dialog.open) return;
    this.#from = index;
    dialog.showModal();
    const name = this.#name();
    if (this.options().imageHistory && (!name || location.hash !== name)) {
      const mark = Math.random().toString(36);
      if (keep("pushState", name, mark)) this.#mark = mark;
    }
    const picture = pictureOf(link);
    if (picture && this.image) lay(this.image, picture), grow(this.image, picture);
  }

  /** Shows all images from the host of image `index`. */
  load(index) {
    whenDone(this.tell("load", index), () => (this.dialog.open ? this.#hold() : this.#linkOf(index)?.focus()));
  }

  go(step) {
    whenDone(this.tell("go", step), () => this.#arrived());
  }

  #arrived() {
    this.#hold();
    say(this.root, this.dialog.querySelector(".bm-lightbox-count").textContent);
    const name = this.#name();
    if (name) keep("replaceState", name, this.#mark);
    if (!isStill()) this.image?.animate([{ opacity: 0 }, { opacity: 1 }], MOMENT);
  }

  closed() {
    this.tell("closed", 0);
    this.dialog?.querySelector(".bm-status")?.remove();
    const mark = this.#mark;
    this.#mark = null;
    if (addressed === this) addressed = null;
    // After the back button the entry is already gone.
    if (mark && history.state?.backmatter === mark) history.back();
    else if (this.#number() >= 0) keep("replaceState", withoutFragment());
    const heading = this.root.querySelector(".bm-gallery .bm-section-title");
    const place = this.#linkOf(this.#from) ?? heading;
    if (place === heading && heading) heading.tabIndex = -1;
    place?.focus({ preventScroll: true });
  }

  /** Follows the address, on load and on history navigation. Returns whether an image is shown. */
  wander() {
    if (!this.options().imageHistory) return false;
    const number = this.#number();
    if (this.dialog?.open) {
      if (number < 0 && (history.state?.backmatter ?? null) !== this.#mark) this.dialog.close();
      return true;
    }
    return number >= 0 && !addressed && this.#arrive(number);
  }

  /** Opens an image by a click, so that the host is asked. An image that waits for consent only gets the focus. */
  #arrive(number) {
    const link = this.#linkOf(number), waiting = this.root.querySelector(`.bm-figure > [data-bm-number="${number}"]`);
    if (!link) return waiting?.focus(), Boolean(waiting);
    addressed = this;
    link.click();
    if (!this.dialog?.open) addressed = null;
    return true;
  }

  #linkOf(number) { return this.root.querySelector(`[data-bm-image="${number}"]`); }

  /** The focus stays in the dialog when what had it is gone. */
  #hold() {
    const { dialog } = this;
    if (dialog.open && !dialog.contains(this.root.getRootNode().activeElement)) dialog.querySelector(".bm-lightbox-close").focus();
  }

  /** The prefix of image fragments; `undefined` where images have none. */
  get #stem() {
    const name = this.root.querySelector(":is([data-bm-image], [data-bm-number])[id]")?.id;
    return name && new URL(`#${name}`, location).hash.replace(/\d+$/, "");
  }

  /** The number of the image in the address; -1 for none. */
  #number() {
    const stem = this.#stem, { hash } = location;
    return stem && hash.startsWith(stem) ? Number(/^\d+$/.exec(hash.slice(stem.length)) ?? 0) - 1 : -1;
  }

  /** The address of the image that is open. */
  #name() {
    const index = this.dialog.querySelector(".bm-slide")?.dataset.bmNumber, stem = this.#stem;
    return stem && index && stem + (Number(index) + 1);
  }

  /** Loads and decodes the previous and the next image. */
  prepare(image) {
    this.dialog.querySelector(".bm-slide-poster")?.remove();
    const at = Number(this.dialog.querySelector(".bm-slide")?.dataset.bmNumber);
    for (const number of [at - 1, at + 1]) {
      const shown = pictureOf(this.#linkOf(number));
      if (!shown) continue;
      const { srcset, referrerPolicy, src } = shown;
      const next = Object.assign(new Image(), { referrerPolicy, fetchPriority: "low", sizes: "100vw", srcset, src });
      // One that fails says so when it is shown.
      next.decode().catch(() => {});
    }
  }
}

/** The picture that a link opens. */
const pictureOf = (link) => link?.closest("figure")?.querySelector("img");

/** Calls `then` when the change is painted: at once, or after the promise where signals paint it. */
const whenDone = (told, then) => (told instanceof Promise ? void told.then(then) : then());

const isStill = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

/** The size of a picture in its box: contained in the box, and at most `most` times its natural size. */
function picture({ naturalWidth, naturalHeight, width, height }, most = 1) {
  const scale = Math.min(most, width / naturalWidth, height / naturalHeight);
  return { width: naturalWidth * scale, height: naturalHeight * scale };
}

/** Was it a click beside the picture? A larger one fills its box. */
function isBeside(image, { clientX, clientY }) {
  const { left, top, width, height } = image.getBoundingClientRect(), shown = picture(image);
  return width <= image.width + 1
    && (Math.abs(clientX - left - width / 2) > shown.width / 2 || Math.abs(clientY - top - height / 2) > shown.height / 2);
}

/** Shows a clone of the small picture under the large one while that loads. Setting the address again would send a request with a referrer. */
function lay(image, small) {
  if (!small.naturalWidth || image.complete) return;
  image.before(Object.assign(small.cloneNode(), { className: "bm-slide-poster", alt: "" }));
}

/** Grows the image out of the small one. Not a view transition, because that would block the host's page. */
function grow(image, small) {
  if (isStill() || !small.naturalWidth) return;
  const from = small.getBoundingClientRect(), to = image.getBoundingClientRect();
  // The small picture may be of a smaller file; the large one says how wide it will be.
  const most = Number(image.getAttribute("width")) / small.naturalWidth || Infinity;
  const shown = picture({ naturalWidth: small.naturalWidth, naturalHeight: small.naturalHeight, width: to.width, height: to.height }, most);
  const x = from.left - to.left + (from.width - to.width) / 2, y = from.top - to.top + (from.height - to.height) / 2;
  const transform = `translate(${x}px, ${y}px) scale(${Math.max(from.width / shown.width, from.height / shown.height)})`;
  image.animate([{ transform }, { transform: "none" }], { duration: MOMENT, easing: "ease-out" });
}

/** The address of the page alone. */
function withoutFragment() {
  const url = new URL(location.href);
  url.hash = "";
  return url.href;
}

/** Writes to the history. False where the browser refuses: frames without an address of their own, too many calls. */
function keep(how, address, mark) {
  try {
    // Joined to the page's own address, because a `<base>` would change it.
    const { state } = history;
    // The state of a router may be a string, or null.
    const isPlain = state === null || Object.getPrototypeOf(state) === Object.prototype;
    const marked = mark ? { ...(isPlain ? state : { state }), backmatter: mark } : state;
    history[how](marked, "", address && new URL(address, location).href);
    return true;
  } catch {
    return false;
  }
}
