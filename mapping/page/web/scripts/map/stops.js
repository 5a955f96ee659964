// Stops as they stand on the map at a zoom: gathered into places, each with its signs. Pure.

import { remember } from "../remember.js";
import { fanOut, gather } from "./crowds.js";
import { distanceKm, toWorld, worldPerKm } from "./projection.js";

/** @typedef {import("./projection.js").Point} Point */
/** @typedef {import("../life.js").Stop} Stop */
/**
 * @typedef {object} Marker one sign on the map: a stop, or stops that share a place
 * @property {number[]} stops indices, in the order of the life
 * @property {number} x pixels at the zoom, from the world's origin
 * @property {number} y pixels
 * @property {number} place index of its place among the places
 * @property {number} angle direction from the middle of its fan, or NaN
 */
/**
 * @typedef {object} Place stops that share a place at this zoom
 * @property {number[]} stops
 * @property {number} x pixels at the zoom, from the world's origin
 * @property {number} y pixels
 * @property {boolean} fanned
 * @property {number} reach pixels from the centre that its signs take
 */
/** @typedef {{places: Place[], markers: Marker[]}} Arranged */

const TOGETHER = 22;
/** Zooms from which stops of one place stand in a ring: around the current stop, and everywhere. */
const FAN_ZOOM = 5.25;
const OPEN_ZOOM = 6.9;
const MOST_FANNED = 40;
const FAN_REACH = 400;
const FAN_SPACING = 25;
const FAN_RADIUS = 24;
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
 * Gather stops into places and signs: stops of one town are one sign, unless the current stop is
 * among them or the map is close; then they stand in a ring around the place.
 * @param {{world: Float64Array, towns: number[][]}} ground of pointsOf and townsOf
 * @param {number} zoom
 * @param {number} scale
 * @param {number} current index or -1
 * @returns {Arranged}
 */
export function arrangeStops({ world, towns }, zoom, scale, current) {
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
    const x = points[2 * stops[0]];
    const y = points[2 * stops[0] + 1];
    const opens = stops.includes(current) ? FAN_ZOOM : OPEN_ZOOM;
    const fanned = stops.length > 1 && stops.length <= MOST_FANNED && zoom >= opens;
    const place = places.length;
    if (!fanned) {
      places.push({ stops, x, y, fanned, reach: 9 });
      markers.push({ stops, x, y, place, angle: NaN });
      continue;
    }
    const others = neighbours(points, groups, stops);
    const ring = fanOut(stops.length, FAN_SPACING, FAN_RADIUS, others);
    places.push({ stops, x, y, fanned, reach: Math.hypot(ring[0].dx, ring[0].dy) + 20 });
    stops.forEach((stop, index) => {
      const { dx, dy, angle } = ring[index];
      markers.push({ stops: [stop], x: x + dx, y: y + dy, place, angle });
    });
  }
  return { places, markers };
}

/**
 * Where other groups stand that a ring may run into, seen from its centre.
 * @param {Float64Array} points
 * @param {number[][]} groups
 * @param {number[]} own
 * @returns {Point[]}
 */
function neighbours(points, groups, own) {
  const [x, y] = [points[2 * own[0]], points[2 * own[0] + 1]];
  /** @type {Point[]} */
  const others = [];
  for (const group of groups) {
    const [dx, dy] = [points[2 * group[0]] - x, points[2 * group[0] + 1] - y];
    if (group !== own && Math.abs(dx) + Math.abs(dy) < FAN_REACH) others.push([dx, dy]);
  }
  return others;
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
  return `${numbers.length > 1 ? "Stops" : "Stop"} ${spellRuns(numbers)}`;
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
