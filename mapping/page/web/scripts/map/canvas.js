// Canvases: what they show, in which units they are drawn, and lines on them.

import { remember } from "../remember.js";

/** @typedef {import("./boxes.js").Box} Box */
/**
 * @typedef {object} View what a canvas shows
 * @property {number} zoom
 * @property {number} scale pixels per world unit
 * @property {number} x pixels of the canvas's left edge from the world's
 * @property {number} y pixels of the canvas's top edge from the world's
 * @property {number} width pixels
 * @property {number} height pixels
 * @property {number} ratio device pixels per pixel
 * @property {Box} box world units
 */
/**
 * @typedef {object} Brush what anything on a sheet is drawn with
 * @property {CanvasRenderingContext2D} context
 * @property {View} view
 * @property {import("./palette.js").Palette} palette
 */

/** Pixels of the view for each pixel of what is soft: the sea, the wash along frontiers. */
export const SHRINK = 4;

/**
 * Draw in world units: line widths must be divided by the scale.
 * @param {CanvasRenderingContext2D} context
 * @param {View} view
 */
export function useWorld(context, view) {
  const k = view.ratio * view.scale;
  context.setTransform(k, 0, 0, k, -view.x * view.ratio, -view.y * view.ratio);
}

/**
 * Draw in pixels from the world's origin.
 * @param {CanvasRenderingContext2D} context
 * @param {View} view
 */
export function useOrigin(context, { ratio, x, y }) {
  context.setTransform(ratio, 0, 0, ratio, -x * ratio, -y * ratio);
}

/**
 * Draw in pixels of the canvas.
 * @param {CanvasRenderingContext2D} context
 * @param {View} view
 */
export function usePixels(context, view) {
  context.setTransform(view.ratio, 0, 0, view.ratio, 0, 0);
}

/**
 * Clear a sheet, and draw in its pixels.
 * @param {CanvasRenderingContext2D} context
 * @param {View} view
 */
export function wipe(context, view) {
  usePixels(context, view);
  context.clearRect(0, 0, view.width, view.height);
}

/**
 * Append a flat line to a path.
 * @param {Path2D} path
 * @param {ArrayLike<number>} xy
 */
export function trace(path, xy) {
  path.moveTo(xy[0], xy[1]);
  for (let i = 2; i < xy.length; i += 2) path.lineTo(xy[i], xy[i + 1]);
}

/**
 * Append a flat line to a path, its corners rounded off between the middles of its sides.
 * @param {Path2D} path
 * @param {ArrayLike<number>} xy
 * @param {boolean} isRing
 */
export function traceSoft(path, xy, isRing) {
  const last = xy.length - 2;
  if (last < 6) return trace(path, xy);
  const middle = (/** @type {number} */ i) =>
    /** @type {[number, number]} */ ([(xy[i] + xy[i + 2]) / 2, (xy[i + 1] + xy[i + 3]) / 2]);
  if (isRing) path.moveTo(...middle(0));
  else path.moveTo(xy[0], xy[1]);
  for (let i = 2; i < last; i += 2) path.quadraticCurveTo(xy[i], xy[i + 1], ...middle(i));
  if (isRing) path.quadraticCurveTo(xy[0], xy[1], ...middle(0));
  else path.lineTo(xy[last], xy[last + 1]);
}

/**
 * The same view, to be drawn with the detail of a smaller one.
 * @param {View} view
 * @param {number} shrink
 * @returns {View}
 */
export function coarser(view, shrink) {
  return { ...view, zoom: view.zoom - Math.log2(shrink) };
}

/** A canvas of its own that is read as much as drawn. @returns {CanvasRenderingContext2D} */
export function createScratch() {
  const context = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  if (!context) throw new Error("This browser gives no canvas to draw on");
  return context;
}

/** @type {Map<string, CanvasRenderingContext2D>} */
const scratch = new Map();

/**
 * A cleared canvas of a fraction of the view, drawn in world units; one for each name.
 * @param {string} name
 * @param {View} view
 * @param {number} shrink
 */
export function smallCanvas(name, view, shrink) {
  const context = remember(scratch, name, createScratch);
  context.canvas.width = Math.ceil(view.width / shrink);
  context.canvas.height = Math.ceil(view.height / shrink);
  useWorld(context, { ...view, ratio: 1 / shrink });
  return context;
}
