// What the page says of a step and of a day. Pure.

import { plural, sayCount } from "../count.js";

/** @typedef {import("../life.js").Life} Life */

/** "1933 to 1936", or one year. @param {{begins: string[], ends: string[]}} stop */
export function yearsOf({ begins, ends }) {
  const [from, to] = [Number(begins[0].slice(0, 4)), Number(ends[1].slice(0, 4))];
  return from === to ? String(from) : `${from} to ${to}`;
}

/** "5 y 11 m", of days; "" of none. @param {number} days */
export function sayTime(days) {
  const months = Math.round(days / 30.436875);
  const [years, rest] = [Math.floor(months / 12), months % 12];
  return [years && `${years} y`, rest && `${rest} m`].filter(Boolean).join(" ");
}

/** A length no finer than it is known: "21,400 km". @param {number} km */
export function sayKm(km) {
  const to = km >= 1000 ? 100 : 10;
  return `${String(Math.round(km / to) * to).replace(/\B(?=(\d{3})+$)/g, ",")} km`;
}

/** "1st", "22nd", "13th". @param {number} number */
export function ordinal(number) {
  const teen = number % 100 > 10 && number % 100 < 14;
  return `${number}${(teen ? "" : ["", "st", "nd", "rd"][number % 10]) || "th"}`;
}

/**
 * What a life has come to at a stop: age, time in prison, frontiers, kilometres.
 * @param {import("../life.js").Stop} stop
 */
export function sayNumbers({ age, prison_days, frontiers, km }) {
  const prison = sayTime(prison_days);
  const parts = [
    age > 0 && `aged ${age}`,
    prison && `${prison} in prison`,
    frontiers && sayCount(frontiers, "frontier"),
    km && sayKm(km),
  ];
  return parts.filter(Boolean).join(" · ");
}

/**
 * Frontiers passed on the way to a stop: "17th frontier: France to French Algeria", "10th and 11th
 * frontiers: Germany to Czechoslovakia to Austria".
 * @param {import("../life.js").Stop} stop
 */
export function sayPassed({ passed, frontiers }) {
  if (!passed?.length) return "";
  const first = frontiers - passed.length + 1;
  const join = passed.length > 2 ? "to" : "and";
  const which =
    passed.length > 1 ? `${ordinal(first)} ${join} ${ordinal(frontiers)}` : ordinal(first);
  const names = [passed[0][0], ...passed.map(([, to]) => to)];
  return `${which} ${plural(passed.length, "frontier")}: ${names.join(" to ")}`;
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
