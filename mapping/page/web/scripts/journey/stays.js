// Days, years and stays on the life band. Pure.

/**
 * @typedef {{begins: [string, string], ends: [string, string], kind: string,
 *   date_edtf?: string}} Stay
 * first and last day of both ends
 */

const DAY_MS = 86400000;
const FADING = 365;

/**
 * Number of a day, counted from 1970; no clock and no time zone has a say.
 * @param {string} iso YYYY-MM-DD
 */
export function dayNumber(iso) {
  return Math.round(Date.parse(`${iso}T00:00:00Z`) / DAY_MS);
}

/**
 * The four days by which a stay is drawn, as numbers: first and last of its beginning, and of its
 * end. An end that is open fades out over a year.
 * @param {Stay} stay
 */
export function drawnDays({ begins, ends, date_edtf = "" }) {
  const [a, b, c, d] = [...begins, ...ends].map(dayNumber);
  const early = date_edtf.startsWith("../") ? a - FADING : a;
  return [early, b, c, date_edtf.endsWith("/..") ? d + FADING : d];
}

/** Day of a number as YYYY-MM-DD. @param {number} day */
export function isoDay(day) {
  return new Date(Math.round(day) * DAY_MS).toISOString().slice(0, 10);
}

/** Likely day of an end of a stay: the middle of what it can mean. @param {[string, string]} end */
export function likelyDay([first, last]) {
  return (dayNumber(first) + dayNumber(last)) / 2;
}

/**
 * Stop that a day belongs to: of those begun, the last that has not ended; else the last begun.
 * @param {Stay[]} stays
 * @param {number} day
 */
export function stayOn(stays, day) {
  let begun = 0;
  let lasting = -1;
  stays.forEach(({ begins: s, ends: e }, index) => {
    if (likelyDay(s) > day) return;
    begun = index;
    if (likelyDay(e) >= day) lasting = index;
  });
  return lasting < 0 ? begun : lasting;
}

/** What a stay was, for its bar. @param {string} kind @returns {"captivity" | "exile" | "free"} */
export function barGroup(kind) {
  return kind === "captivity" || kind === "exile" ? kind : "free";
}
