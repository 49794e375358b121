// A post that was rendered ahead: an element resumes from HTML on the page if it was rendered from the element's own data.
// Nothing else is loaded until something needs it.

import { fingerprint } from "./fingerprint.js";
import { adoptMissingBox } from "./styles.js";

const FINGERPRINT = "data-bm-fingerprint";

/** The JSON text of a host's value. A post with values that JSON cannot express is rendered again. */
export const jsonOf = (value) => (typeof value === "string" ? value : JSON.stringify(value));

/** Was `article` rendered from this text, or from what is at `src`, with these options? */
export const isOf = (article, text, src, options) => article.getAttribute(FINGERPRINT) === fingerprint(PACKAGE_VERSION, text ?? "", src, options);

/** Takes over `article` and returns its report. */
function taken(article) {
  const report = article.parentNode.querySelector(":scope > script[data-bm-report]");
  article.removeAttribute(FINGERPRINT);
  // A CSP without 'unsafe-inline' blocks style attributes in HTML, but not styles that scripts set.
  for (const element of article.querySelectorAll("[style]")) if (!element.style.length) restyle(element);
  try {
    return { notices: [], ...JSON.parse(report.textContent) };
  } catch {
    return { format: "", confidence: 0, reasons: [], notices: [] };
  }
}

function restyle(element) {
  for (const declaration of element.getAttribute("style").split(";")) {
    const [name, value] = declaration.split(":");
    if (name.startsWith("--bm-") && value) element.style.setProperty(name, value);
  }
}

/**
 * Resumes from `article`.
 * @param {() => Promise<void>} enliven loads what needs a program; the widget is the owner of the post then
 * @param {() => boolean} isLost has that loading failed recently?
 * @returns {object} the report
 */
export function resume(standing, article, options, enliven, isLost) {
  const report = taken(article);
  standing.begin(article, { options, enliven, isKept: false, get isLost() { return isLost(); }, live: null, opened() {} });
  standing.show(report, "backmatter-ready");
  // Some images failed before there was a listener: setting `src` again repeats the error event.
  for (const image of article.querySelectorAll("img")) if (image.complete && !image.naturalWidth) image.src = image.src;
  const { box } = standing;
  if (box) serveBox(standing, box);
  return report;
}

/** Queries to the box need `widget`; loading starts before the first query. */
function serveBox(standing, box) {
  const { post, signal } = standing;
  const style = () => void adoptMissingBox(post).catch(() => {});
  const isAsked = ({ target }) => !standing.owner.isKept && target.closest?.("button, input");
  const prepare = (event) => {
    style();
    if (isAsked(event)) standing.owner.enliven().catch(() => {});
  };
  const options = { capture: true, signal };
  for (const name of ["pointerover", "focusin", "toggle"]) box.addEventListener(name, prepare, options);
  for (const name of ["click", "input"]) box.addEventListener(name, (event) => isAsked(event) && again(standing, event), options);
  if (box.open) style();
}

/** Sends an event again once `widget` keeps the post. */
async function again(standing, event) {
  // Read now: after dispatch, the target of an event from a shadow root is its host.
  const { target, type, constructor: Kind } = event;
  await standing.owner.enliven().catch(() => {});
  if (standing.owner?.isKept) target.dispatchEvent(new Kind(type, event));
}
