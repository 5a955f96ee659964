// What a sign is called, and which of its stops a click on it means: one rule for eye and hand.

import { distanceKm } from "./projection.js";
import { stayOf } from "./stops.js";

/** @typedef {import("../life.js").Stop} Stop */
/** @typedef {import("./stops.js").Marker} Marker */
/**
 * @typedef {object} Told what a sign is called after
 * @property {Stop[]} all
 * @property {number} current index or -1
 * @property {number[]} townOf number of the town of each stop
 * @property {Set<number>} headline stops that are named before others
 */

/** Kilometres beyond which what stands together is never called by the name of one town. */
const WIDE_KM = 30;

/**
 * The stop that its town is called after: of the name that most stops there have, and of several
 * the one of the longest time.
 * @param {number[]} stops of one town
 * @param {Stop[]} all
 */
function namesakeOf(stops, all) {
  const countOf = (/** @type {number} */ one) =>
    stops.filter((other) => all[other].label === all[one].label).length;
  const before = (/** @type {number} */ a, /** @type {number} */ b) =>
    countOf(b) - countOf(a) || stayOf(all[b]) - stayOf(all[a]) || a - b;
  return stops.reduce((best, stop) => (before(best, stop) > 0 ? stop : best));
}

/**
 * Towns of a sign, the weightiest first: those of the headline, then those of most stops.
 * @param {number[]} stops
 * @param {Told} told
 * @returns {{name: number, isHeadline: boolean}[]} name: the stop that it is called after
 */
function rankTowns(stops, { all, townOf, headline }) {
  /** @type {Map<number, number[]>} */
  const towns = new Map();
  for (const stop of stops) {
    const town = towns.get(townOf[stop]);
    if (town) town.push(stop);
    else towns.set(townOf[stop], [stop]);
  }
  const ranked = [...towns.values()].map((of) => {
    const named = of.find((stop) => headline.has(stop));
    return { name: named ?? namesakeOf(of, all), isHeadline: named !== undefined, of };
  });
  return ranked.sort(
    (a, b) => Number(b.isHeadline) - Number(a.isHeadline) || b.of.length - a.of.length,
  );
}

/** @typedef {{name?: string, of: number[]}} Headline a chapter of the headline and its stops */

/**
 * The stop that stands for a chapter of the headline: one that is called like it, or else of the
 * town of most of its stops.
 * @param {Headline} headline
 * @param {Told} told
 */
export function chiefOfHeadline({ name, of }, told) {
  const called = of.find((stop) => told.all[stop].label === name);
  return called ?? rankTowns(of, told)[0].name;
}

/**
 * Whether stops lie too far apart to be called by the name of one town.
 * @param {number[]} stops
 * @param {Stop[]} all
 */
function isWide(stops, all) {
  const lons = stops.map((index) => all[index].lon);
  const lats = stops.map((index) => all[index].lat);
  const span = distanceKm(
    [Math.min(...lons), Math.min(...lats)],
    [Math.max(...lons), Math.max(...lats)],
  );
  return span > WIDE_KM;
}

/**
 * Names by which a sign is lettered, spoken and opened: that of the current stop where it is here,
 * of one town its name, of two towns both, of more those of the headline or else the weightiest.
 * @param {number[]} stops
 * @param {Told} told
 * @param {boolean} [isShort] of two towns one is enough, if it is of the headline
 * @returns {{names: number[], isWhole: boolean}} the stops it is called after; isWhole: no town is
 *   left out
 */
function namesOf(stops, told, isShort = false) {
  if (stops.includes(told.current)) return { names: [told.current], isWhole: true };
  const ranked = rankTowns(stops, told);
  const all = ranked.map(({ name }) => name);
  if (ranked.length === 1 || !isWide(stops, told.all)) {
    return { names: all.slice(0, 1), isWhole: true };
  }
  if (ranked.length === 2 && !isShort) return { names: all, isWhole: true };
  const most = Math.max(1, ranked.filter(({ isHeadline }) => isHeadline).length);
  return { names: all.slice(0, most), isWhole: false };
}

/**
 * Stops of a sign that bear its name, for the numbers beside it.
 * @param {number[]} stops
 * @param {Told} told
 */
export function bearersOf(stops, told) {
  const { all } = told;
  const labels = namesOf(stops, told).names.map((name) => all[name].label);
  return stops.filter((stop) => labels.includes(all[stop].label));
}

/**
 * The name of a sign as one text.
 * @param {number[]} stops
 * @param {Told} told
 * @param {boolean} [isShort]
 */
export function sayName(stops, told, isShort) {
  const { names, isWhole } = namesOf(stops, told, isShort);
  return `${names.map((stop) => told.all[stop].label).join(", ")}${isWhole ? "" : " …"}`;
}

/**
 * Stop that a click on a sign means: the one after the current, or else the first that bears the
 * sign's name.
 * @param {number[]} stops
 * @param {Told} told
 */
export function nextOf(stops, told) {
  const at = stops.indexOf(told.current);
  if (at >= 0) return stops[(at + 1) % stops.length];
  const [named] = namesOf(stops, told).names;
  return stops.find((stop) => told.all[stop].label === told.all[named].label) ?? stops[0];
}

/**
 * Sign whose middle is nearest to a place, or none within reach.
 * @param {Marker[]} markers
 * @param {{x: number, y: number}} at pixels from the world's origin
 * @param {number} reach pixels
 */
export function nearestSign(markers, { x, y }, reach) {
  let best = reach;
  /** @type {Marker | null} */
  let nearest = null;
  for (const marker of markers) {
    const apart = Math.hypot(marker.x - x, marker.y - y);
    if (apart < best) [best, nearest] = [apart, marker];
  }
  return nearest;
}
