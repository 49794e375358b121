import type { ErrorCode, Options, Report } from "./index.js";

export type { Options, Report } from "./index.js";

/** Options for servers, where no page can tell its host. */
export interface ServerOptions extends Options {
  /** With `remoteImages: "click"`: the host of the page, whose own images load at once. */
  ownHost?: string;
}

/** A post in any accepted format as HTML: one `<article class="bm-post">`. Rejects with an error that has a `code` for a bad one. */
export function render(input: unknown, options?: ServerOptions): Promise<{ html: string; report: Report }>;

/** A page after `fill`. */
export interface Filled {
  html: string;
  /** One for each post that was rendered. */
  reports: Report[];
  /** Why a post was not rendered; its element is unchanged. */
  failures: { code: ErrorCode; message: string }[];
}

/** A page of a static site. Each Backmatter element with its post as a JSON child is given the HTML of that post. */
export function fill(page: string): Promise<Filled>;

/** A card of the strip of similar posts, in the native format. */
export interface Card {
  id?: string;
  url?: string;
  title: string;
  excerpt?: string;
  image?: object;
  published?: string;
  tags?: string[];
  /** What it has in common with the post. */
  why?: string[];
  /** Is it shown because it is new, and not because it is similar? */
  recent?: boolean;
  /** How long it takes to read. */
  minutes?: number;
}

/**
 * For each post of a site those to read next. The input is a list of posts in any accepted format, or an export with several. The
 * keys are ids or, of posts without one, addresses; a post with neither is left out. Give the cards to the post as `similar`.
 */
export function index(posts: unknown, options?: { format?: Options["format"] }): Promise<Map<string, Card[]>>;

export { detect, normalize } from "./normalize.js";
