// Days, years and stays on the time axis. Pure.

/**
 * @typedef {{begins: [string, string], ends: [string, string], kind: string,
 *   date_edtf?: string}} Stay
 * first and last day of both ends
 */
/** @typedef {{first: number, last: number}} Years first and last day of the axis, as day numbers */

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
 * First of January and last of December around the stays.
 * @param {Stay[]} stays
 * @returns {Years}
 */
export function yearsAround(stays) {
  const first = Math.min(...stays.map(({ begins }) => dayNumber(begins[0])));
  const last = Math.max(...stays.map(({ ends }) => dayNumber(ends[1])));
  return {
    first: dayNumber(`${isoDay(first).slice(0, 4)}-01-01`),
    last: dayNumber(`${isoDay(last).slice(0, 4)}-12-31`),
  };
}

/**
 * Put each stay into the first row that is free by its likely begin.
 * @param {Stay[]} stays by their begin
 * @param {number} least days that a bar takes at least
 * @returns {number[]} row of each stay
 */
export function packRows(stays, least) {
  /** @type {number[]} */
  const ends = [];
  return stays.map(({ begins: s, ends: e }) => {
    const begin = likelyDay(s);
    let row = ends.findIndex((end) => end <= begin);
    if (row < 0) row = ends.length;
    ends[row] = begin + Math.max(least, likelyDay(e) - begin);
    return row;
  });
}

/**
 * Years that get a tick, and those that get their number too.
 * @param {Years} years
 * @param {number} width pixels
 * @returns {{year: number, day: number, label: boolean}[]}
 */
export function tickYears({ first, last }, width) {
  const [from, to] = [Number(isoDay(first).slice(0, 4)), Number(isoDay(last).slice(0, 4))];
  const perYear = width / Math.max(1, to - from + 1);
  const steps = [1, 2, 5, 10, 20, 25, 50, 100, 200, 500];
  const fine = steps.find((step) => step * perYear >= 5) ?? 1000;
  const coarse = steps.find((step) => step >= fine && step * perYear >= 40) ?? 1000;
  const ticks = [];
  for (let year = Math.ceil(from / fine) * fine; year <= to; year += fine) {
    const day = dayNumber(`${String(year).padStart(4, "0")}-01-01`);
    ticks.push({ year, day, label: year % coarse === 0 });
  }
  return ticks;
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
