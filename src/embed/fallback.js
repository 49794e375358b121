// The fallback: the host's own content of an element. It is shown until there is a post, and comes back when there is none.

/** The root of a post or of a failure. A root that was rendered ahead belongs to the host until an element resumes from it. */
export const ROOT = "[data-bm-root]:not([data-bm-fingerprint])";

/** The post that was rendered ahead into `root`. */
export const aheadIn = (root) => [...root.children].find((child) => child.hasAttribute("data-bm-fingerprint")) ?? null;

/** Shadow roots that an element of ours has made: their fallback is what the element holds, shown by a slot. */
export const ownRoots = new WeakSet();

export class Fallback {
  #kept = null;

  /**
   * @param {Element} target holds the fallback of a shadow root of ours
   * @param {Element | ShadowRoot} root holds the fallback otherwise
   */
  constructor(target, root) {
    this.target = target;
    this.root = root;
  }

  /** Is there a fallback? Without one the reader would see nothing. */
  get exists() {
    const nodes = ownRoots.has(this.root) ? [...this.target.childNodes].filter((node) => !isData(node)) : this.#nodes();
    return nodes.some((node) => node instanceof Element || (node instanceof Text && node.data.trim()));
  }

  /** Removes the fallback while a post is shown. */
  keep() {
    if (ownRoots.has(this.root)) {
      // HTML that was rendered ahead from another post is removed for good.
      for (const node of [this.root.querySelector("slot"), aheadIn(this.root)]) node?.remove();
      return;
    }
    this.#kept ??= document.createDocumentFragment();
    this.#kept.append(...this.#nodes());
  }

  restore() {
    if (ownRoots.has(this.root)) {
      if (!this.root.querySelector("slot")) this.root.append(document.createElement("slot"));
    } else if (this.#kept) {
      this.root.append(this.#kept);
      this.#kept = null;
    }
  }

  #nodes() {
    return [...this.root.childNodes].filter((node) => !isData(node) && !(node instanceof Element && node.matches(ROOT)));
  }
}

/** Nodes that are never removed: our data, and the stylesheets of a shadow root. */
const isData = (node) => node instanceof Element && node.matches('script[type="application/json"], style, link');
