// `backmatter/formats` in a page: the functions that every runtime has, by the program of the page.

import * as page from "./index.js";

/** An input in the native format. */
export async function normalize(input, options) {
  await page.readyFormats();
  return page.normalize(input, options);
}

/** Which format an input is in. */
export async function detect(input) {
  await page.readyFormats();
  return page.detect(input);
}
