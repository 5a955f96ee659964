// Stops as they stand on the map at a zoom: gathered into places, each with its signs. Pure.

import { plural } from "../count.js";
import { remember } from "../remember.js";
import { gather } from "./crowds.js";
import { distanceKm, toWorld, worldPerKm } from "./projection.js";

/** @typedef {import("./projection.js").Point} Point */
/** @typedef {import("../life.js").Stop} Stop */
/**
 * @typedef {object} Marker one sign on the map: a stop, or stops that share a place
 * @property {number[]} stops indices, in the order of the life
 * @property {number} x pixels at the zoom, from the world's origin
 * @property {number} y pixels
 * @property {number} place index of its place among the places
 */
/**
 * @typedef {object} Place stops that share a place at this zoom
 * @property {number[]} stops
 * @property {number} x pixels at the zoom, from the world's origin
 * @property {number} y pixels
 * @property {number} reach pixels from the centre that its signs take
 */
/** @typedef {{places: Place[], markers: Marker[]}} Arranged */

const TOGETHER = 22;
/** Pixels from its middle that a sign takes. */
const SIGN_REACH = 9;
const DAY_MS = 8.64e7;

/**
 * World units of every stop, flat, once.
 * @param {{lon: number, lat: number}[]} stops
 * @returns {Float64Array}
 */
export function pointsOf(stops) {
  return Float64Array.from(stops.flatMap(({ lon, lat }) => toWorld(lon, lat)));
}

/**
 * Gather stops by town: it has one sign at every zoom, however its stops are numbered.
 * @param {Stop[]} stops
 * @param {Float64Array} world of pointsOf
 * @param {number} townKm distance up to which two stops are in one town
 * @returns {number[][]} indices
 */
export function townsOf(stops, world, townKm) {
  const furthest = Math.max(0, ...stops.map(({ lat }) => Math.min(85, Math.abs(lat))));
  const at = (/** @type {number} */ index) =>
    /** @type {Point} */ ([stops[index].lon, stops[index].lat]);
  const apartOf = (/** @type {number} */ a, /** @type {number} */ b) => distanceKm(at(a), at(b));
  const cell = Math.max(1e-6, townKm * worldPerKm(furthest));
  return gather(world, cell, apartOf, townKm + 1e-6);
}

/**
 * Gather stops into places and signs: stops of one town are one sign, which stands at the current
 * stop if that is among them, else at the first; the drawn town shows them apart.
 * @param {{world: Float64Array, towns: number[][]}} ground of pointsOf and townsOf
 * @param {number} scale pixels in a world unit
 * @param {number} current index or -1
 * @returns {Arranged}
 */
export function arrangeStops({ world, towns }, scale, current) {
  const points = world.map((each) => each * scale);
  /** @type {Place[]} */
  const places = [];
  /** @type {Marker[]} */
  const markers = [];
  const firsts = towns.flatMap(([first]) => [points[2 * first], points[2 * first + 1]]);
  const groups = gather(firsts, TOGETHER).map((group) =>
    group.flatMap((town) => towns[town]).sort((a, b) => a - b),
  );
  for (const stops of groups) {
    const at = stops.includes(current) ? current : stops[0];
    const [x, y] = [points[2 * at], points[2 * at + 1]];
    markers.push({ stops, x, y, place: places.length });
    places.push({ stops, x, y, reach: SIGN_REACH });
  }
  return { places, markers };
}

/** @type {WeakMap<object, number>} */
const stays = new WeakMap();

/** Days of a stay, at most; 0 where they are not known. @param {Stop} stop */
export function stayOf(stop) {
  const ms = (/** @type {string} */ day) => Date.parse(`${day}T00:00:00Z`);
  return remember(stays, stop, () => (ms(stop.end_date) - ms(stop.start_date)) / DAY_MS || 0);
}

/**
 * The stop that stands for several: the current one, else the longest stay.
 * @param {Stop[]} all
 * @param {number[]} stops
 * @param {number} current
 */
export function chiefOf(all, stops, current) {
  if (stops.includes(current)) return current;
  return stops.reduce((best, stop) => (stayOf(all[stop]) > stayOf(all[best]) ? stop : best));
}

/** Whether two stops are in one town. @param {Stop} a @param {Stop} b @param {number} townKm */
export function sameTown(a, b, townKm) {
  return distanceKm([a.lon, a.lat], [b.lon, b.lat]) <= townKm;
}

/**
 * Stops of a sign in words: "Stop 12" or "Stops 12–14, 19".
 * @param {Stop[]} all
 * @param {number[]} stops
 */
export function sayStops(all, stops) {
  const numbers = stops.map((index) => all[index].seq);
  return `${plural(numbers.length, "Stop")} ${spellRuns(numbers)}`;
}

/** Write numbers with runs joined: 12–14, 19. @param {number[]} numbers sorted */
export function spellRuns(numbers) {
  /** @type {[number, number][]} */
  const runs = [];
  for (const number of numbers) {
    const last = runs[runs.length - 1];
    if (last && number === last[1] + 1) last[1] = number;
    else runs.push([number, number]);
  }
  return runs
    .map(([a, b]) => (a === b ? `${a}` : b === a + 1 ? `${a}, ${b}` : `${a}–${b}`))
    .join(", ");
}
