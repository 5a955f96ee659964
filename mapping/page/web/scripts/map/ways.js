// The ways of the legs: world units once, pixels once for each zoom.

import { boxOf } from "./boxes.js";
import { measureLine, roundCorners, shiftRight, sparseLine } from "./geometry.js";
import { decodePolyline } from "./polyline.js";
import { projectAll } from "./projection.js";

/** @typedef {import("./boxes.js").Box} Box */
/** @typedef {import("./projection.js").Point} Point */
/**
 * @typedef {object} Way a leg in pixels at a zoom
 * @property {Point[][]} lines its parts
 * @property {number[][]} alongs length of each point along its part
 * @property {number[]} lengths of the parts
 * @property {number} total
 */

/** Pixels from one lane to the next. */
export const LANE = 3.5;
const PER_DEGREE = 1000;
/** Pixels over which a leg leaves its stop for its lane. */
const EASE = 26;
const ROUNDING = 16;

/**
 * Prepare the ways of legs.
 * @param {{line: string[], lane?: number}[]} legs
 */
export function createWays(legs) {
  const parts = legs.map(({ line }) =>
    line.map((text) => projectAll(decodePolyline(text, PER_DEGREE))),
  );
  const boxes = parts.map((lines) => boxOf(lines.flatMap((xy) => [...xy])));
  let scale = NaN;
  /** @type {Way[]} */
  let ways = [];
  return {
    /** Bounds of a leg in world units. @param {number} index @returns {Box} */
    boxOf: (index) => boxes[index],
    /** Points of a leg in world units, by part. @param {number} index @returns {Float64Array[]} */
    partsOf: (index) => parts[index],
    /**
     * A leg in pixels, moved to its lane, with rounded joints.
     * @param {number} index
     * @param {number} wanted scale
     * @returns {Way}
     */
    at(index, wanted) {
      if (wanted !== scale) [scale, ways] = [wanted, []];
      ways[index] ??= layWay(parts[index], scale, LANE * (legs[index].lane ?? 0));
      return ways[index];
    },
  };
}

/** @typedef {ReturnType<typeof createWays>} Ways */

/**
 * Lay a leg at a scale.
 * @param {Float64Array[]} parts world units
 * @param {number} scale
 * @param {number} shift pixels to the right
 * @returns {Way}
 */
function layWay(parts, scale, shift) {
  const lines = parts.map((xy) => {
    /** @type {Point[]} */
    const line = [];
    for (let i = 0; i < xy.length; i += 2) line.push([xy[i] * scale, xy[i + 1] * scale]);
    return roundCorners(shiftRight(sparseLine(line, 2), shift, EASE), ROUNDING);
  });
  const alongs = lines.map(measureLine);
  const lengths = alongs.map((along) => along[along.length - 1]);
  return { lines, alongs, lengths, total: lengths.reduce((sum, length) => sum + length, 0) };
}
