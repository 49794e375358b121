// Inputs in other formats than the native one, and the program that reads them.

import { withoutFormat } from "./languages.js";
import { converter, readyFormats } from "./runtime.js";

/** Failures that are not final: the program `formats` tries again. */
const OPEN = ["other-format", "not-a-post", "bad-json"];

/** May the input be in another format? */
export const mayBeOther = (error, given) => !given.report && OPEN.includes(error.code);

/** Does the host name another format? */
export const isNamed = ({ format } = {}) => typeof format === "string" && format !== "auto" && !format.startsWith("backmatter");

/** The same input in the native format. Where what reads it cannot be loaded, `failure` stands. */
export async function converted(given, failure) {
  try {
    await readyFormats();
  } catch (error) {
    throw failure && failure.code !== "other-format" ? failure : error;
  }
  return converter.afterParts(given, () => convertedNow(given));
}

/** The same synchronously: the program `formats` must be ready. */
export function convertedNow(given) {
  const { text, report } = converter.call("convert", given.text, given.options);
  return { text, notices: given.notices.concat(report.notices), options: withoutFormat(given.options), report };
}

/** A list of posts in any format, as candidates for the field `name` of a post, and notices. */
export async function convertedList(text, name, options) {
  await readyFormats();
  return converter.call("convert_list", text, name, options);
}
