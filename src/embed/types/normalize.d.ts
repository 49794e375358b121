import type { Options, Report } from "./index.js";

export type { Options, Report } from "./index.js";

/** Which format an input is in, the confidence (0 to 1), and the reasons. */
export function detect(input: unknown): Promise<Pick<Report, "format" | "confidence" | "reasons">>;

/** An input in the native format, `backmatter/1`. Rejects with an error that has a `code` for a bad one. */
export function normalize(
  input: unknown,
  options?: Options,
): Promise<{
  post: object;
  report: Report;
  /** Where each part comes from: its name, and a path into the input. */
  mapped: [part: string, path: string][];
  /** How many posts the input has. */
  posts: number;
}>;
