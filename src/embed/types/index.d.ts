import type { BackmatterEventMap } from "./attributes.js";

export type { BackmatterAttributes, BackmatterEventMap } from "./attributes.js";

/** A part of a post. */
export type Section = "body" | "gallery" | "meta" | "similar";

/** How a meta value is read. */
export type Kind =
  | "text" | "count" | "number" | "measure" | "duration" | "date" | "flag" | "identifier"
  | "version" | "tag" | "link" | "image" | "code" | "list" | "map" | "records";

/** What a notice is about. New codes may come; the ones here stay. */
export type NoticeCode =
  // The input as a whole.
  | "byte-order-mark" | "lone-surrogate" | "too-deep" | "too-many-values" | "only-first-post" | "unknown-format"
  | "unknown-field" | "wrong-shape" | "more-notices"
  // The fields of a post.
  | "title-missing" | "language-ignored" | "direction-ignored" | "date-refused" | "author-dropped" | "card-dropped"
  | "address-refused"
  // The body.
  | "block-dropped" | "block-as-paragraph" | "item-dropped" | "items-too-deep" | "inline-dropped" | "mark-ignored"
  | "html-as-text" | "html-flattened" | "element-dropped" | "element-as-link" | "target-repeats" | "html-address-refused"
  // Images.
  | "alt-missing" | "picture-missing" | "candidate-refused" | "dimension-ignored" | "placeholder-ignored"
  // Credits: what a source or a licence asks for.
  | "creator-missing" | "creator-link-missing" | "page-link-missing" | "work-title-missing" | "license-missing"
  | "license-link-missing" | "credit-missing"
  // The meta box.
  | "masked" | "internal-fields" | "groups-ignored" | "lists-unwrapped" | "fields-folded" | "translation-chosen"
  | "error-as-empty" | "object-as-list" | "facts-too-deep" | "json-decoded" | "php-decoded" | "php-as-text"
  | "shortcodes-dropped" | "tags-dropped" | "references-decoded" | "address-as-text"
  // Other formats.
  | "format-ignored" | "part-dropped" | "part-as-words" | "part-unwrapped" | "body-as-text" | "body-missing" | "link-unresolved"
  | "not-embedded" | "embedded-error" | "embedded-elsewhere" | "intro-repeats" | "picture-repeats" | "preview-only"
  | "machine-fields" | "line-dropped" | "candidates-dropped" | "candidates-unranked"
  // What only the page sees.
  | "not-a-number" | "digits-lost" | "cycle" | "value-threw" | "image-failed"
  // The post is not shown at all.
  | ErrorCode;

/** One thing that was left out, mended or shown in another way than the input asked. */
export interface Notice {
  /** Stable; use this in code, not the sentences. */
  code: NoticeCode;
  /** A path into the input, such as `images[2].credit.source_url`; empty for the whole. */
  where: string;
  /** What happened. */
  what: string;
  /** The reason, in one sentence. The three texts have 300 characters at most together. */
  why: string;
  /** How many more there were of the same kind. With the code `more-notices`: how many notices it replaces. */
  more?: number;
}

/** The account of one input. */
export interface Report {
  /** Such as `backmatter/1`. */
  format: string;
  /** 0 to 1. */
  confidence: number;
  reasons: string[];
  notices: Notice[];
}

/** Settings for one meta field. */
export interface Field {
  label?: string;
  kind?: Kind;
  /** Fields with an order come first, smallest first. */
  order?: number;
  /** Fields of one group stand together under its name. */
  group?: string;
  /** `true`: hidden everywhere, also in the JSON. `false`: shown, even if its key looks internal. */
  hidden?: boolean;
  /** Words for values, as `{ "1": "paid", "0": "free" }`. */
  labels?: Record<string, string>;
}

export interface Options {
  /** The format to read the input as; detected when missing. */
  format?: string;
  /** BCP 47 tag of words, dates and numbers. When missing: words of the page's language, dates and numbers of the post's. */
  lang?: string;
  dir?: "ltr" | "rtl" | "auto";
  /** `auto` takes the page's colours; the others have their own background. */
  theme?: "auto" | "light" | "dark";
  /** Where the article stands in a wide element; `center` when missing. */
  align?: "center" | "start";
  /** Which parts, in which order: a list, or names with spaces between. */
  sections?: Section[] | string;
  /** Is the meta box open at first? */
  metaOpen?: boolean;
  /** Heading level of the title, 1 to 6; 2 when missing. */
  headingBase?: number;
  /** What relative addresses are joined to. */
  baseUrl?: string;
  /** Justified rows, every image in its own proportions, or a uniform grid. */
  gallery?: "rows" | "grid";
  /** `click`: images from hosts other than the page's load only after a click; each names its host. */
  remoteImages?: "load" | "click";
  /** What image hosts learn about the page (W3C Referrer Policy); `no-referrer` when missing. */
  referrerPolicy?: ReferrerPolicy;
  /** `back`: the back button closes the lightbox. `link`: and each image has an address, `#bm-ID--image-2`, that opens it. */
  imageHistory?: "back" | "link";
  /** `false`: no keys of one character in the lightbox (WCAG 2.1.4). */
  shortcuts?: boolean;
  /** Name of your application, for `utm_source` in links to sources that ask for it (Unsplash). */
  appName?: string;
  /** Texts of the interface, by key. */
  labels?: Record<string, string>;
  /** By meta key. */
  fields?: Record<string, Field>;
  /** Meta keys that the privacy guard lets through. */
  allow?: string[];
}

/** A shown post. It stays on the page until it is unmounted, even if nothing refers to the handle. */
export interface Handle {
  readonly element: Element;
  readonly report: Report;
  /** Shows another post; what is the same keeps its nodes. Throws an error with a `code` for a bad one. */
  update(post: unknown, options?: Options): Report;
  /** Changes options of the shown post. */
  set(options: Options): Report;
  /** schema.org `BlogPosting` with its images as `ImageObject`. */
  jsonLd(): object | null;
  unmount(): void;
}

/** The data was not shown: an error with one of these codes. */
export type ErrorCode = "bad-json" | "too-large" | "not-a-post" | "fetch-failed" | "protected";

/** Why the widget was not shown; the host's own children are shown instead. */
export type FallbackReason = "no-webassembly" | "old-browser" | "load-failed" | "bad-mime" | "csp" | "timeout" | "crash";

/** Where the wasm of a program comes from; beside `index.js` when missing. All files must be of one build. */
export type Source = string | URL | Request | Response | Promise<Response> | BufferSource | WebAssembly.Module;

/**
 * Loads the program `widget`, which keeps posts alive, once: while it loads and after, every call gets the same promise; after a
 * failure the next call tries again.
 */
export function ready(options?: { wasm?: Source }): Promise<void>;

/** Loads the program `first`, which paints first, as `embed.js` does. `widget` follows when something asks for it. */
export function start(options?: { wasm?: Source }): Promise<void>;

/** Loads the program `formats`, which reads every format. It is loaded by itself for an input that is in another one. */
export function readyFormats(options?: { wasm?: Source }): Promise<void>;

/** Loads the program `related`, which ranks candidates. It is loaded by itself for a post that has some, or the address of a list. */
export function readyRelated(options?: { wasm?: Source }): Promise<void>;

/** Shows a post (JSON text, or a value to be copied) in a target. A mounted target is updated; the old handle no longer unmounts it. */
export function mount(target: Element | ShadowRoot | string, post: unknown, options?: Options): Promise<Handle>;

/** Which format an input is in. Throws before `ready()`; knows the native format alone before `readyFormats()`. */
export function detect(input: unknown): Pick<Report, "format" | "confidence" | "reasons">;

/**
 * The input in the native format; after `readyFormats()` also where each part comes from, and how many posts the input has. Throws
 * before `ready()`.
 */
export function normalize(
  input: unknown,
  options?: Options,
): { post: object; report: Report; mapped?: [part: string, path: string][]; posts?: number };

/** Defines the elements, `backmatter-post` and its four parts, or the same with another prefix. */
export function define(options?: { prefix?: string }): void;

/** `<backmatter-post>` and its parts. */
export interface BackmatterElement extends HTMLElement {
  /** A post as JSON text or as a value. Wins over the script child and over `src`. */
  post: unknown;
  labels: Options["labels"];
  options: Options | undefined;
  readonly report: Report | null;
  readonly state: "idle" | "loading" | "ready" | "fallback" | "error";
  /** Resolves with the report of the first render that succeeds. */
  readonly ready: Promise<Report>;
}

declare global {
  interface HTMLElementTagNameMap {
    "backmatter-post": BackmatterElement;
    "backmatter-body": BackmatterElement;
    "backmatter-meta": BackmatterElement;
    "backmatter-gallery": BackmatterElement;
    "backmatter-similar": BackmatterElement;
  }
  interface GlobalEventHandlersEventMap extends BackmatterEventMap {}
}
