// The notices of a report: those that are spelled out, and those that the lazy half could have spared.

/** Notices of what the lazy half could have done. */
const LATER = new Set(["HTML shown as plain text", "not ranked", "credit read in part"]);
/** Notices that a report spells out. */
const NOTICES = 1_000;
/** What the last one says of the others, behind their number. */
const MORE = " notices more";

/** Does it tell of what the lazy half could have done? */
export const isForLater = ({ what }) => LATER.has(what);

/** The notices that are spelled out, and how many more there are. */
export function limited(notices) {
  const isCount = ({ what }) => what.endsWith(MORE);
  const said = notices.filter((notice) => !isCount(notice));
  const more = notices.filter(isCount).reduce((sum, { what }) => sum + parseInt(what), Math.max(0, said.length - NOTICES));
  return more ? [...said.slice(0, NOTICES), { where: "", what: more + MORE, why: "1,000 are spelled out" }] : said;
}
