// How legs are drawn: the travelled and the one being made; nothing before it happens.

import { boxesMeet } from "./boxes.js";
import { trace, useOrigin, useWorld } from "./canvas.js";
import { traceArrows, traceWay } from "./strokes.js";

/** @typedef {import("./canvas.js").Brush} Brush */
/** @typedef {import("./strokes.js").Stroke & {guarded: boolean}} Stroke */
/** @typedef {"travelled" | "current"} LegState */
/**
 * @typedef {{stroke: Stroke, path: Path2D, arrows: Path2D}} Style legs of one stroke
 */
/**
 * @typedef {object} Route what is drawn of a life's legs
 * @property {import("./ways.js").Ways} ways
 * @property {Stroke[]} strokes of each leg
 * @property {number[][]} gates parts of each leg at which a frontier is passed
 */

/** Legs that are drawn in full; of a longer life, those around the current stop. */
const MOST_LEGS = 400;
const WEIGHTS = { travelled: 1, current: 1.3 };

/**
 * Sort the legs by what they are at a stop. Of a life with very many, only those around the stop;
 * the whole of it is then a bundle of hairlines.
 * @param {{to_stop: number}[]} legs in the order of the life
 * @param {number} current index or -1 for the whole life
 * @returns {{travelled: number[], now: number[], bundle: number[]}}
 */
export function sortLegs(legs, current) {
  const indices = legs.map((_, index) => index);
  const isLong = legs.length > MOST_LEGS;
  if (current < 0) {
    const [travelled, bundle] = isLong ? [[], indices] : [indices, []];
    return { travelled, now: [], bundle };
  }
  const where = (/** @type {(to: number) => boolean} */ test) =>
    indices.filter((index) => test(legs[index].to_stop));
  const travelled = where((to) => to < current);
  return {
    travelled: isLong ? travelled.slice(-MOST_LEGS * 0.5) : travelled,
    now: where((to) => to === current),
    bundle: [],
  };
}

/**
 * Draw very many legs at once, as hairlines.
 * @param {Brush} brush
 * @param {Route} route
 * @param {number[]} indices
 */
export function drawBundle({ context, view, palette }, { ways }, indices) {
  const path = new Path2D();
  for (const index of indices) {
    if (!boxesMeet(ways.boxOf(index), view.box)) continue;
    for (const xy of ways.partsOf(index)) trace(path, xy);
  }
  useWorld(context, view);
  context.strokeStyle = palette.red;
  context.lineWidth = 0.5 / view.scale;
  context.globalAlpha = 0.35;
  context.stroke(path);
  context.globalAlpha = 1;
}

/**
 * Draw legs that share a state. Casings come first, so that a later casing never cuts a line; legs
 * of one style are one path, so that ten thousand cost no more than a dozen strokes.
 * @param {Brush} brush
 * @param {Route} route
 * @param {number[]} indices of legs
 * @param {LegState} state
 * @param {number} part 0 to 1, how much of them has been travelled
 */
export function drawLegs(brush, route, indices, state, part) {
  const { context, view } = brush;
  const weight = WEIGHTS[state] * (view.zoom < 4 ? 0.82 : 1);
  const styles = gatherStyles(view, route, indices, { part, weight });
  useOrigin(context, view);
  context.lineJoin = "round";
  drawCasings(brush, styles, weight);
  for (const style of styles) drawStyle(brush, style, weight);
  context.globalAlpha = 1;
}

/**
 * Trace legs in view into one style for each stroke.
 * @param {import("./canvas.js").View} view
 * @param {Route} route
 * @param {number[]} indices
 * @param {{part: number, weight: number}} look
 * @returns {Style[]}
 */
function gatherStyles(view, { ways, strokes }, indices, { part, weight }) {
  /** @type {Map<string, Style>} */
  const styles = new Map();
  for (const index of indices) {
    if (!boxesMeet(ways.boxOf(index), view.box)) continue;
    const stroke = strokes[index];
    const key = JSON.stringify(stroke);
    let style = styles.get(key);
    if (!style) {
      style = { stroke, path: new Path2D(), arrows: new Path2D() };
      styles.set(key, style);
    }
    const way = ways.at(index, view.scale);
    traceWay(style.path, way, part);
    const size = 3.6 * weight + 0.6;
    if (part === 1 && indices.length < MOST_LEGS) traceArrows(style.arrows, way, size);
  }
  return [...styles.values()];
}

/** @param {Brush} brush @param {Style[]} styles @param {number} weight */
function drawCasings({ context, palette }, styles, weight) {
  context.strokeStyle = palette.casing;
  context.lineCap = "round";
  context.globalAlpha = 0.85;
  for (const { stroke, path } of styles) {
    context.lineWidth = stroke.width * weight + 2.6;
    context.stroke(path);
  }
}

/** @param {Brush} brush @param {Style} style @param {number} weight */
function drawStyle({ context, palette }, { stroke, path, arrows }, weight) {
  context.globalAlpha = stroke.strength;
  context.strokeStyle = stroke.guarded ? palette.guard : palette.red;
  context.fillStyle = context.strokeStyle;
  context.lineWidth = stroke.width * weight;
  context.lineCap = stroke.round ? "round" : "butt";
  context.setLineDash(stroke.dash);
  context.stroke(path);
  context.setLineDash([]);
  context.lineCap = "butt";
  if (stroke.core) {
    context.globalAlpha = 1;
    context.strokeStyle = palette.casing;
    context.lineWidth = stroke.width * weight * stroke.core;
    context.stroke(path);
  }
  context.fill(arrows);
}
