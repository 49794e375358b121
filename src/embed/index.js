// The package's entry. Importing it has no effect on the page.

import { define, PostElement } from "./elements.js";
import { converter, keeper, ready, readyFormats, readyRelated, start, textOf, Widget } from "./programs.js";
import { Standing } from "./standing.js";

export { define, ready, readyFormats, readyRelated, start };

/** The newest handle of each target. */
const handles = new WeakMap();

/** Shows a post in an element, a shadow root, or the first match of a selector; a mounted target is updated. */
export async function mount(target, post, options) {
  const root = typeof target === "string" ? document.querySelector(target) : target;
  if (!root) throw new TypeError(`mount: nothing matches ${target}`);
  if (root instanceof PostElement || hostOf(root) instanceof PostElement) throw new TypeError("mount: set the post property of a Backmatter element");
  const handle = new Handle(root, handles.get(root));
  handles.set(root, handle);
  await handle.show(post, options);
  return handle;
}

/** The element that a shadow root belongs to. Links have a `host`, too. */
const hostOf = (root) => (root.nodeType === Node.DOCUMENT_FRAGMENT_NODE ? root.host : root);

class Handle {
  #root;
  #widget;
  #options;

  /** Goes on with what the handle `before` has shown in `root`. */
  constructor(root, before) {
    this.element = hostOf(root);
    this.#root = root;
    this.#widget = before ? before.#widget : new Widget(new Standing(this.element, root));
    this.#options = before?.#options;
  }

  get report() { return this.#widget.report; }

  show(post, options) {
    this.#options = options ?? this.#options;
    // Always by `widget`, because the methods of a handle are synchronous.
    return this.#widget.show(post, this.#options, { whole: true });
  }

  update(post, options) {
    this.#options = options ?? this.#options;
    return this.#widget.showNow(post, this.#options);
  }

  set(options) {
    this.#options = { ...this.#options, ...options };
    return this.#widget.setNow(this.#options);
  }

  jsonLd() { return this.#widget.jsonLd(); }

  /** A handle that was replaced leaves what its target shows now: frameworks take the old away after they have put in the new. */
  unmount() {
    if (handles.get(this.#root) !== this) return;
    this.#widget.unmount();
    this.#options = undefined;
  }
}

// Engines without `using` have no `Symbol.dispose`.
if (Symbol.dispose) Handle.prototype[Symbol.dispose] = Handle.prototype.unmount;

/** Which format an input is in. */
export function detect(input) {
  const { text } = textOf(input);
  const { format, confidence, reasons } = converter.isReady ? converter.call("identify", text, "{}") : keeper.call("detect", text);
  return { format, confidence, reasons };
}

/** The input in the native format, and the report on it. */
export function normalize(input, options) {
  const { text, notices } = textOf(input);
  const said = textOf(options ?? {}).text;
  if (!converter.isReady) {
    const [post, report] = keeper.call("normalize", text, said);
    report.notices.unshift(...notices);
    return { post: JSON.parse(post), report };
  }
  const { text: post, report, mapped, posts } = converter.call("convert", text, said);
  report.notices.unshift(...notices);
  return { post: JSON.parse(post), report, mapped, posts };
}
