// The atlas file: what is in it, and who held what on a day. Pure.

import { boxesMeet, boxOf, joinBoxes } from "./boxes.js";
import { decodePolyline } from "./polyline.js";
import { projectAll } from "./projection.js";

/** @typedef {import("./boxes.js").Box} Box */
/** @typedef {import("./projection.js").Point} Point */
/** @typedef {{entity: string, sovereign: string, controller: string, status: string}} State */
/** @typedef {[day: string, name: string]} DatedName in force from that day on */
/** @typedef {{lon: number, lat: number, rank: number, names: DatedName[]}} Town */
/**
 * @typedef {{name: string, lon: number, lat: number, rank: number, also?: [number, number]}} Sea
 */
/**
 * @typedef {[code: string, from: string, to: string, lon: number, lat: number, km: number]
 *   } StateLabel
 */
/**
 * @typedef {object} AtlasFile the parsed file, format "serge-map atlas 2"
 * @property {[number, number, number, number]} bounds west, south, east, north
 * @property {number} per_degree steps of a coordinate in a degree
 * @property {string[]} arcs polylines
 * @property {string} arc_kinds a letter for each arc: c coast, s survives, r reconstructed,
 *   w worse, e edge, l lake
 * @property {{p: number[][][], h: number}[]} faces rings of arcs (~i is arc i backwards), a history
 * @property {[day: string, state: number][][]} histories
 * @property {State[]} states
 * @property {Record<string, {tint: number, names: DatedName[]}>} polities by entity
 * @property {StateLabel[]} labels where the names of states stand, and how much room they have
 * @property {[name: string, from: string, to: string, ...rings: string[]][]} lakes with the first
 *   and the last day of each, "" for always
 * @property {[rank: number, line: string][]} rivers
 * @property {Town[]} towns
 * @property {Sea[]} seas
 * @property {[from: string, to: string, sentence: string][]} flux days when frontiers were in flux
 */
/** @typedef {{xy: Float64Array, kind: string, box: Box, faces: number[]}} Arc */
/** @typedef {{polygons: number[][][], history: number, box: Box}} Face */
/** @typedef {{arcs: Arc[], faces: Face[]}} Decoded */

/** Entity of what is not yet land: the Zuiderzee, and polders until they fell dry. */
export const WATER = "SEA";

/**
 * Read the arcs and faces of the atlas file, projected to world units.
 * @param {AtlasFile} atlas
 * @returns {Decoded}
 */
export function decodeAtlas(atlas) {
  /** @type {Arc[]} */
  const arcs = atlas.arcs.map((text, index) => {
    const xy = projectAll(decodePolyline(text, atlas.per_degree));
    return { xy, kind: atlas.arc_kinds[index], box: boxOf(xy), faces: [] };
  });
  const faces = atlas.faces.map((face, index) => {
    /** @type {Box} */
    let box = [Infinity, Infinity, -Infinity, -Infinity];
    for (const ring of face.p.flat()) {
      for (const signed of ring) {
        const arc = arcs[signed < 0 ? ~signed : signed];
        arc.faces.push(index);
        box = joinBoxes(box, arc.box);
      }
    }
    return { polygons: face.p, history: face.h, box };
  });
  return { arcs, faces };
}

/**
 * Points of a closed ring of arcs (TopoJSON's convention: ~i is arc i backwards).
 * @param {number[]} ring
 * @param {(arc: number) => ArrayLike<number>} pointsOf flat points of an arc
 * @returns {number[]} flat; the last point equals the first
 */
export function ringPoints(ring, pointsOf) {
  /** @type {number[]} */
  const out = [];
  for (const signed of ring) {
    const xy = pointsOf(signed < 0 ? ~signed : signed);
    const count = xy.length / 2;
    for (let i = out.length ? 1 : 0; i < count; i++) {
      const at = 2 * (signed < 0 ? count - 1 - i : i);
      out.push(xy[at], xy[at + 1]);
    }
  }
  return out;
}

/**
 * Rings of a face in degrees: the reader that the Python one is compared with.
 * @param {AtlasFile} atlas
 * @param {number} index
 * @returns {number[][][]} polygons of rings of flat lon, lat
 */
export function faceRings(atlas, index) {
  const pointsOf = (/** @type {number} */ arc) => decodePolyline(atlas.arcs[arc], atlas.per_degree);
  return atlas.faces[index].p.map((polygon) => polygon.map((ring) => ringPoints(ring, pointsOf)));
}

/**
 * Position of the last day that has begun on a day, or -1.
 * @template T
 * @param {T[]} entries sorted by day
 * @param {string} day YYYY-MM-DD
 * @param {(entry: T) => string} dayOf
 */
export function lastBegun(entries, day, dayOf) {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (dayOf(entries[middle]) <= day) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/**
 * First and last day of which the atlas knows the frontiers; a test holds them against Python's.
 */
export const KNOWN = ["1890-01-01", "1947-12-31"];

/** Whether the atlas knows the frontiers of a day. @param {string} day YYYY-MM-DD */
export function isKnown(day) {
  return KNOWN[0] <= day && day <= KNOWN[1];
}

/**
 * What the legend says of a day that the atlas does not know; nothing of others.
 * @param {string} day
 */
export function sayUnknown(day) {
  if (isKnown(day)) return "";
  const isBefore = day < KNOWN[0];
  const year = Number(KNOWN[isBefore ? 0 : 1].slice(0, 4));
  return `Frontiers are not known ${isBefore ? `before ${year}` : `after ${year}`}.`;
}

/**
 * State index of every face on a day that the atlas knows.
 * @param {AtlasFile} atlas
 * @param {string} day YYYY-MM-DD
 * @returns {number[]}
 */
export function statesOn(atlas, day) {
  const byHistory = atlas.histories.map((history) => inForce(history, day));
  return atlas.faces.map((face) => byHistory[face.h]);
}

/** Name in force on a day. @param {DatedName[]} names @param {string} day */
export function nameOn(names, day) {
  return inForce(names, day);
}

/**
 * Value in force on a day; before the first day, the first.
 * @template T
 * @param {[day: string, value: T][]} entries sorted by day
 * @param {string} day YYYY-MM-DD
 */
function inForce(entries, day) {
  return entries[
    Math.max(
      0,
      lastBegun(entries, day, ([from]) => from),
    )
  ][1];
}

/**
 * Days on which any face changes hands or a lake comes to be, sorted, each once.
 * @param {AtlasFile} atlas
 * @returns {string[]}
 */
export function changeDays(atlas) {
  const lakes = atlas.lakes.flatMap(([, from]) => (from ? [from] : []));
  return [...new Set([...atlas.histories.flat().map(([day]) => day), ...lakes])].sort();
}

/**
 * Numbers of the lakes that were there on a day.
 * @param {AtlasFile} atlas
 * @param {string} day YYYY-MM-DD
 */
export function lakesOn({ lakes }, day) {
  const stands = lakes.map(([, from, to]) => from <= day && (!to || day <= to));
  return stands.flatMap((isThere, number) => (isThere ? [number] : []));
}

/**
 * What an arc is on a day: "coast", "frontier" (two sovereigns), "zone" (two parts under one
 * sovereign, such as occupied and unoccupied France), or "" for nothing.
 * @param {Arc} arc
 * @param {number[]} stateOf state index of each face
 * @param {State[]} states
 */
export function arcRole(arc, stateOf, states) {
  const [a, b] = arc.faces.map((face) => states[stateOf[face]]);
  if (arc.kind === "c") return a.entity === WATER ? "" : "coast";
  if (arc.kind === "e" || !b) return "";
  if ((a.entity === WATER) !== (b.entity === WATER)) return "coast";
  if (arc.kind === "l" || a.entity === WATER) return "";
  if (a.sovereign !== b.sovereign) return "frontier";
  return a.entity === b.entity ? "" : "zone";
}

/**
 * Whether a point lies inside flat rings by the even-odd rule.
 * @param {number[][]} rings
 * @param {number} x
 * @param {number} y
 */
export function insideRings(rings, x, y) {
  let inside = false;
  for (const ring of rings) {
    for (let i = 0; i + 3 < ring.length; i += 2) {
      const [x1, y1, x2, y2] = [ring[i], ring[i + 1], ring[i + 2], ring[i + 3]];
      if (y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) inside = !inside;
    }
  }
  return inside;
}

/**
 * Face that holds a point, or the one whose outline comes nearest (a quay is often just off the
 * simplified coast), or -1 where none is within reach.
 * @param {Decoded} decoded
 * @param {Point} point world units
 * @param {number} reach world units
 */
export function faceAt(decoded, [x, y], reach) {
  let nearest = -1;
  let best = reach * reach;
  const near = [x - reach, y - reach, x + reach, y + reach];
  const pointsOf = (/** @type {number} */ arc) => decoded.arcs[arc].xy;
  for (let index = 0; index < decoded.faces.length; index++) {
    const face = decoded.faces[index];
    if (!boxesMeet(face.box, near)) continue;
    const rings = face.polygons.flat().map((ring) => ringPoints(ring, pointsOf));
    if (insideRings(rings, x, y)) return index;
    for (const ring of rings) {
      for (let i = 0; i < ring.length; i += 2) {
        const square = (ring[i] - x) ** 2 + (ring[i + 1] - y) ** 2;
        if (square < best) [best, nearest] = [square, index];
      }
    }
  }
  return nearest;
}
