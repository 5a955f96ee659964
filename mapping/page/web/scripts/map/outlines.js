// Outlines of the atlas as paths, at several levels of detail, made when they are first asked for.

import { rememberFew } from "../remember.js";
import { ringPoints } from "./atlas_file.js";
import { boxesMeet } from "./boxes.js";
import { trace } from "./canvas.js";
import { thinLine } from "./geometry.js";
import { scaleOf } from "./projection.js";

/** @typedef {import("./atlas_file.js").Decoded} Decoded */
/** @typedef {import("./boxes.js").Box} Box */
/** @typedef {import("./canvas.js").View} View */

const MOST_LEVELS = 6;
/** Pixels: smaller details are left out. */
const DETAIL = 0.45;
/** Zoom from which nothing is left out. */
const FULL_ZOOM = 7;

/**
 * Keep the outlines of the arcs and faces of an atlas.
 * @param {Decoded} decoded
 */
export function createOutlines(decoded) {
  /** @type {Map<number, ReturnType<typeof createLevel>>} */
  const levels = new Map();
  const levelOf = (/** @type {number} */ zoom) => {
    const step = Math.floor(zoom * 2) / 2;
    const tolerance = step >= FULL_ZOOM ? 0 : DETAIL / scaleOf(step);
    return rememberFew(levels, MOST_LEVELS, tolerance, () => createLevel(decoded, tolerance));
  };
  const isIn = (/** @type {View} */ view, /** @type {{box: Box}} */ { box }) =>
    boxesMeet(box, view.box);
  return {
    /** Whether any of these arcs is in view. @param {View} view @param {number[]} indices */
    isArcIn: (view, indices) => indices.some((index) => isIn(view, decoded.arcs[index])),
    /** Whether any of these faces is in view. @param {View} view @param {number[]} indices */
    isFaceIn: (view, indices) => indices.some((index) => isIn(view, decoded.faces[index])),
    /** Arcs in view as one path. @param {View} view @param {number[]} indices */
    arcsIn(view, indices) {
      const { arcPath } = levelOf(view.zoom);
      return joinPaths(indices, decoded.arcs, view, arcPath);
    },
    /** Faces in view as one path. @param {View} view @param {number[]} indices */
    facesIn(view, indices) {
      const { facePath } = levelOf(view.zoom);
      return joinPaths(indices, decoded.faces, view, facePath);
    },
  };
}

/**
 * One path of those parts that are in view.
 * @param {number[]} indices
 * @param {{box: Box}[]} parts
 * @param {View} view
 * @param {(index: number) => Path2D} pathOf
 */
function joinPaths(indices, parts, view, pathOf) {
  const path = new Path2D();
  for (const index of indices) {
    if (boxesMeet(parts[index].box, view.box)) path.addPath(pathOf(index));
  }
  return path;
}

/**
 * Outlines at one level of detail.
 * @param {Decoded} decoded
 * @param {number} tolerance world units
 */
function createLevel(decoded, tolerance) {
  /** @type {Float64Array[]} */
  const arcs = [];
  /** @type {Path2D[]} */
  const arcPaths = [];
  /** @type {Path2D[]} */
  const facePaths = [];
  const pointsOf = (/** @type {number} */ index) => {
    const { xy } = decoded.arcs[index];
    arcs[index] ??= tolerance ? thinLine(xy, tolerance) : xy;
    return arcs[index];
  };
  const arcPath = (/** @type {number} */ index) => {
    if (arcPaths[index]) return arcPaths[index];
    const path = new Path2D();
    trace(path, pointsOf(index));
    arcPaths[index] = path;
    return path;
  };
  const facePath = (/** @type {number} */ index) => {
    if (facePaths[index]) return facePaths[index];
    const path = new Path2D();
    facePaths[index] = path;
    for (const ring of decoded.faces[index].polygons.flat()) {
      const points = ringPoints(ring, pointsOf);
      if (points.length < 8) continue; // an islet smaller than the detail
      trace(path, points);
      path.closePath();
    }
    return path;
  };
  return { arcPath, facePath };
}
