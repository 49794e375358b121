import type { ErrorCode, Options, Report } from "./index.js";

export type { Options, Report } from "./index.js";

/** Options where there is no page that could tell its host. */
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
  /** Why a post was not: its element is as it was. */
  failures: { code: ErrorCode; message: string }[];
}

/** A page of a static site. Each Backmatter element with its post as a JSON child is given the HTML of that post. */
export function fill(page: string): Promise<Filled>;

export { detect, normalize } from "./normalize.js";
