// The lightbox of a post: opened by a click or an address, led on by keys and buttons, closed by whatever closes a dialog.

import { put, say } from "./article_body.js";

/** How long an image is on its way, in milliseconds. */
const MOMENT = 180;
/** How long the image that an address names is waited for, in milliseconds. */
const PATIENCE = 5_000;
/** The lightbox that an address has opened: several widgets may show the same image. */
let addressed = null;

/**
 * Serves the lightbox in the widget with this root.
 * @param {(action: "open" | "go" | "closed" | "load", number: number) => void | Promise<void>} act tells Rust what the reader does
 * @param {() => string[]} credit gives the credit of the open image: text, HTML, Markdown
 * @param {() => { imageHistory?: "back" | "link", shortcuts?: boolean }} options gives the host's
 */
export function attachLightbox(root, act, credit, options, signal) {
  const box = new Lightbox(root, act, credit, options);
  const on = (name, hear, target = root, capture = false) => target.addEventListener(name, hear, { capture, signal });
  on("click", (event) => box.click(event));
  on("keydown", (event) => box.press(event));
  // These do not bubble: they are heard on the way down.
  on("close", () => box.closed(), root, true);
  on("load", ({ target }) => { if (target.matches(".bm-slide-image")) box.prepare(target); }, root, true);
  on("popstate", () => box.wander(), window);
  signal?.addEventListener("abort", () => { if (addressed === box) addressed = null; });
  box.wander();
  if (!options().imageHistory || !location.hash.includes("--image-")) return;
  // The image that the address names may be painted later, in idle time.
  const painted = new MutationObserver(() => { if (box.wander()) painted.disconnect(); });
  painted.observe(root, { childList: true, subtree: true });
  const timer = setTimeout(() => painted.disconnect(), PATIENCE);
  signal?.addEventListener("abort", () => { painted.disconnect(); clearTimeout(timer); });
}

/** After an update: a dialog whose image is gone closes; one that was painted anew is closed, and has nothing in it. */
export function settleLightbox(root, act) {
  // A part of the post: to ask for it by a selector would search them all.
  const dialog = [...root.children].find((part) => part.matches("dialog"));
  const hasImage = Boolean(dialog?.querySelector(".bm-slide"));
  if (dialog?.open && !hasImage) dialog.close();
  if (!dialog?.open && hasImage) act("closed", 0);
}

class Lightbox {
  /** The number of the image that it was opened from: the focus goes back to its picture. */
  #from = -1;
  /** What marks the entry that was added to the history for it. */
  #mark = null;

  constructor(root, act, credit, options) {
    Object.assign(this, { root, tell: act, credit, options });
  }

  get dialog() { return this.root.querySelector("dialog"); }
  get image() { return this.root.querySelector(".bm-slide-image"); }

  click(event) {
    // A click with a modifier key is the browser's.
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
    // The credit may go into a letter with its links.
    if (action === "copy-credit") put(this.root, button, text, html);
    else put(this.root, button, markdown);
  }

  press(event) {
    const { key } = event;
    // With a modifier key it is the browser's: Alt and an arrow lead through the history.
    if (!this.dialog?.open || event.ctrlKey || event.metaKey || event.altKey) return;
    // Arrow keys point where the reader reads.
    const onward = getComputedStyle(this.root).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
    if (key === "ArrowLeft" || key === "ArrowRight") this.go(key === onward ? 1 : -1);
    // The page behind stays where it is.
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
    // By the back button its entry is gone already.
    if (mark && history.state?.backmatter === mark) history.back();
    else if (this.#number() >= 0) keep("replaceState", withoutFragment());
    const heading = this.root.querySelector(".bm-gallery .bm-section-title");
    const place = this.#linkOf(this.#from) ?? heading;
    if (place === heading && heading) heading.tabIndex = -1;
    place?.focus({ preventScroll: true });
  }

  /** Back and forth through the history, and the address that a page was opened with; says whether an image was shown. */
  wander() {
    if (!this.options().imageHistory) return false;
    const number = this.#number();
    if (this.dialog?.open) {
      if (number < 0 && (history.state?.backmatter ?? null) !== this.#mark) this.dialog.close();
      return true;
    }
    return number >= 0 && !addressed && this.#arrive(number);
  }

  /** Opens an image as a click does, so that the host is asked; one that waits for its host is only shown where it stands. */
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

  /** What the addresses of images begin with; `undefined` where they have none. */
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

  /** The images before and behind are on their way before they are asked for. */
  prepare(image) {
    this.dialog.querySelector(".bm-slide-poster")?.remove();
    const at = Number(this.dialog.querySelector(".bm-slide")?.dataset.bmNumber);
    for (const number of [at - 1, at + 1]) {
      const { srcset = "", referrerPolicy, src } = pictureOf(this.#linkOf(number)) ?? {};
      if (referrerPolicy) Object.assign(new Image(), { referrerPolicy, fetchPriority: "low", sizes: "100vw", srcset, src });
    }
  }
}

/** The picture that a link opens. */
const pictureOf = (link) => link?.closest("figure")?.querySelector("img");

/** Goes on when what was told is painted: at once, or where signals paint it, when they have. */
const whenDone = (told, then) => (told instanceof Promise ? void told.then(then) : then());

const isStill = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

/** The picture as it stands in its box: no larger than the box, not cut off, at most so many times its own size. */
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

/** The small picture lies under the large one until that has come: itself, because its address would be asked for anew, and tell who asks. */
function lay(image, small) {
  if (!small.naturalWidth || image.complete) return;
  image.before(Object.assign(small.cloneNode(), { className: "bm-slide-poster", alt: "" }));
}

/** The image grows out of the small one: by its own animation, because a view transition would hold up the host's page. */
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

/** Writes to the history; a frame without an address of its own, or a page in a hurry, may not. */
function keep(how, address, mark) {
  try {
    // Joined to the page's own address: a page with a `<base>` would be left.
    const { state } = history;
    // A router may keep a text there, or nothing.
    const isPlain = state === null || Object.getPrototypeOf(state) === Object.prototype;
    const marked = mark ? { ...(isPlain ? state : { state }), backmatter: mark } : state;
    history[how](marked, "", address && new URL(address, location).href);
    return true;
  } catch {
    return false;
  }
}
