// The notices of a report.

/** Notices that a report spells out, as in Rust. */
export const NOTICES = 1_000;

/** The notice that counts those that are not spelled out. */
export const countOf = (more) => ({ code: "more-notices", where: "", what: `${more} notices more`, why: "1,000 are spelled out", more });

/** A text that quotes the input or an address, shortened for a report. */
export const shortened = (text) => (text.length > 120 ? `${text.slice(0, 119)}…` : text);

/** The notices that are spelled out, and how many more there are. */
export function limited(notices) {
  const said = notices.filter(({ code }) => code !== "more-notices");
  const counts = notices.filter(({ code }) => code === "more-notices");
  const more = counts.reduce((sum, { more }) => sum + more, Math.max(0, said.length - NOTICES));
  return more ? [...said.slice(0, NOTICES), countOf(more)] : said;
}
