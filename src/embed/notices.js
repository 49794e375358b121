// The notices of a report.

/** Notices that a report spells out. */
const NOTICES = 1_000;

/** The notices that are spelled out, and how many more there are. */
export function limited(notices) {
  const said = notices.filter(({ code }) => code !== "more-notices");
  const counts = notices.filter(({ code }) => code === "more-notices");
  const more = counts.reduce((sum, { more }) => sum + more, Math.max(0, said.length - NOTICES));
  const count = { code: "more-notices", where: "", what: `${more} notices more`, why: "1,000 are spelled out", more };
  return more ? [...said.slice(0, NOTICES), count] : said;
}
