// Where the atlas ends: the coast of the whole world, without states, and a word that says so.

import { trace, useWorld } from "./canvas.js";
import { extentOf } from "./ground.js";
import { decodePolyline } from "./polyline.js";
import { projectAll } from "./projection.js";
import { lineWidth } from "./text.js";

/** @typedef {import("./boxes.js").Box} Box */
/** @typedef {import("./canvas.js").Brush} Brush */
/** @typedef {import("./lettering.js").Wish} Wish */
/** @typedef {[west: number, south: number, east: number, north: number]} Degrees */
/** @typedef {{land: string[][], per_degree: number}} Coast polygons of rings as polylines */
/**
 * @typedef {object} Beyond what is drawn where the atlas ends
 * @property {Box} extent all that the map reaches, in world units
 * @property {Box} known what the atlas covers
 * @property {Path2D} land of the whole world
 * @property {Path2D} outside all but what the atlas covers
 */

const WORDS = ["Only the coast is drawn here:", "the atlas of frontiers ends at the dotted line"];
const SIZE = 12.5;
/** Parts of the map's width and height where the words may stand. */
const ACROSS = [0.5, 0.3, 0.7, 0.2, 0.8, 0.1, 0.9];
const DOWN = [0.9, 0.75, 0.6, 0.45, 0.3, 0.15];

/**
 * Prepare the coast of the world for a map that reaches beyond the atlas.
 * @param {Coast} coast
 * @param {Degrees} reach bounds of the map
 * @param {{bounds: Degrees}} atlas
 * @returns {Beyond}
 */
export function createBeyond({ land, per_degree: perDegree }, reach, { bounds }) {
  const path = new Path2D();
  for (const ring of land.flat()) {
    trace(path, projectAll(decodePolyline(ring, perDegree)));
    path.closePath();
  }
  const [extent, known] = [extentOf(reach), extentOf(bounds)];
  const outside = new Path2D();
  for (const [left, top, right, bottom] of [extent, known]) {
    outside.rect(left, top, right - left, bottom - top);
  }
  return { extent, known, land: path, outside };
}

/**
 * Draw nothing more inside the atlas.
 * @param {CanvasRenderingContext2D} context in world units
 * @param {Beyond} beyond
 */
export function clipBeyond(context, { outside }) {
  context.clip(outside, "evenodd");
}

/**
 * Draw land beyond the atlas, and the line where the atlas ends.
 * @param {Brush} brush
 * @param {Beyond} beyond
 * @param {number} line pixels of a fine line
 */
export function drawBeyond({ context, view, palette }, beyond, line) {
  context.save();
  useWorld(context, view);
  clipBeyond(context, beyond);
  context.fillStyle = palette.land;
  context.fill(beyond.land, "evenodd");
  context.strokeStyle = palette.coast;
  context.lineWidth = (line * 0.8) / view.scale;
  context.stroke(beyond.land);
  context.restore();
  context.save();
  useWorld(context, view);
  const [left, top, right, bottom] = beyond.known;
  context.strokeStyle = palette.frontier;
  context.lineWidth = 1.2 / view.scale;
  context.setLineDash([1.5, 4].map((pixels) => pixels / view.scale));
  context.strokeRect(left, top, right - left, bottom - top);
  context.restore();
}

/**
 * Wish of the words that say why there are no states, somewhere beyond the atlas.
 * @param {Brush} brush
 * @param {Beyond} beyond
 * @param {Box} inner pixels: where names may stand
 * @returns {Wish[]}
 */
export function beyondWishes({ context, view, palette }, { known }, [left, top, right, bottom]) {
  const font = `italic 400 ${SIZE}px ${palette["font-text"]}`;
  const lines = WORDS.map((text) => [{ text, font, fill: palette.label }]);
  const half = Math.max(...lines.map((runs) => lineWidth(context, runs))) / 2;
  const isBeyond = (/** @type {import("./projection.js").Point} */ [x, y]) =>
    (x + half + view.x) / view.scale < known[0] ||
    (x - half + view.x) / view.scale > known[2] ||
    (y + 2 * SIZE + view.y) / view.scale < known[1] ||
    (y - 2 * SIZE + view.y) / view.scale > known[3];
  const places = DOWN.flatMap((down) =>
    ACROSS.map((across) => {
      const x = Math.max(
        left + half + 2,
        Math.min(right - half - 2, left + across * (right - left)),
      );
      const y = top + down * (bottom - top);
      return /** @type {import("./projection.js").Point} */ ([x, y]);
    }),
  ).filter(isBeyond);
  const said = { role: "note", text: WORDS.join(" "), halo: palette.paper, weight: 300 };
  return [{ ...said, lines, leading: SIZE * 1.2, places, crossing: 2 }];
}
