// Land and coast of the little map of where he is.

import { statesOn, WATER } from "../map/atlas_file.js";
import { decodePolyline } from "../map/polyline.js";

/** @typedef {import("../map/atlas_file.js").AtlasFile} AtlasFile */
/** @typedef {import("./locator.js").Point} Point */
/** @typedef {import("./locator.js").ToPoint} ToPoint */

/** Degrees between two points of the coast that are worth a line. */
const COARSE = 0.7;

/**
 * Points of an arc that are worth a line at this size.
 * @param {Float64Array} flat
 * @returns {Point[]}
 */
function thin(flat) {
  /** @type {Point[]} */
  const line = [];
  for (let i = 0; i < flat.length; i += 2) {
    const last = line[line.length - 1];
    const apart = last ? Math.hypot(flat[i] - last[0], flat[i + 1] - last[1]) : COARSE;
    if (apart >= COARSE || i === flat.length - 2) line.push([flat[i], flat[i + 1]]);
  }
  return line;
}

/**
 * Land and coast as paths.
 * @param {AtlasFile} atlas
 * @param {string} day
 * @param {ToPoint} at
 */
export function landOf(atlas, day, at) {
  const lines = atlas.arcs.map((text) =>
    thin(decodePolyline(text, atlas.per_degree)).map(([lon, lat]) => at(lon, lat)),
  );
  const [land, coast] = [new Path2D(), new Path2D()];
  const stateOf = statesOn(atlas, day);
  atlas.faces.forEach((face, index) => {
    if (atlas.states[stateOf[index]].entity === WATER) return;
    for (const ring of face.p.flat()) {
      const points = ring.flatMap((arc) => (arc < 0 ? [...lines[~arc]].reverse() : lines[arc]));
      points.forEach(([x, y], i) => {
        land[i ? "lineTo" : "moveTo"](x, y);
      });
      land.closePath();
    }
  });
  lines.forEach((line, arc) => {
    if (atlas.arc_kinds[arc] !== "c" || line.length < 3) return;
    line.forEach(([x, y], i) => {
      coast[i ? "lineTo" : "moveTo"](x, y);
    });
  });
  return { land, coast };
}
