// What the page says of a step and of a day. Pure.

/** @typedef {import("../life.js").Life} Life */

/** "1933 to 1936", or one year. @param {{begins: string[], ends: string[]}} stop */
export function yearsOf({ begins, ends }) {
  const [from, to] = [Number(begins[0].slice(0, 4)), Number(ends[1].slice(0, 4))];
  return from === to ? String(from) : `${from} to ${to}`;
}

/** What the live region says of a step. @param {Life} life @param {number} index */
export function sayStep(life, index) {
  const stop = life.stops[index];
  if (!stop) return "The whole route";
  return `Stop ${stop.seq} of ${life.stops.length}, ${stop.name_then}, ${yearsOf(stop)}`;
}

/** First and last year of a life: "1890–1947". @param {Life} life */
export function spanOf({ stops }) {
  if (!stops.length) return "";
  const ends = [stops[0].begins[0], stops[stops.length - 1].ends[1]];
  return ends.map((end) => String(Number(end.slice(0, 4)))).join("–");
}

/**
 * What the legend says of the frontiers on a day.
 * @param {[string, string, string][]} flux
 * @param {string} day
 */
export function fluxOn(flux, day) {
  return flux
    .filter(([begin, end]) => begin <= day && day <= end)
    .map(([, , sentence]) => sentence)
    .join(" ");
}
