// The signs of the stops: shapes, rings of what is only roughly known.

import { remember } from "../remember.js";
import { usePixels } from "./canvas.js";
import { worldPerKm } from "./projection.js";
import { chiefOf } from "./stops.js";

/** @typedef {import("../life.js").Stop} Stop */
/** @typedef {import("./canvas.js").Brush} Brush */
/** @typedef {import("./canvas.js").View} View */
/** @typedef {import("./stops.js").Arranged} Arranged */
/**
 * @typedef {{path: string, fill: string, mark?: string}} Symbol
 * of unit size, paths in SVG's notation
 */
/**
 * @typedef {{stops: Stop[], symbols: Record<string, Symbol>, left: Set<number> | null}} Signed
 * stops, the signs of their kinds, and those that a filter leaves
 */

/** Pixels around the view where a sign may still reach into it. */
const SLACK = 60;
const REGION_KM = 25;
/** How opaque a sign is that a filter does not leave. */
const DIM = 0.25;
const TURN = 7; // more than a full circle

/**
 * Draw the signs of the stops.
 * @param {Brush} brush left in pixels
 * @param {Signed} signed
 * @param {Arranged} arranged
 * @param {number} current index or -1
 */
export function drawStops(brush, { stops, symbols, left }, arranged, current) {
  const { context, view } = brush;
  const inView = (/** @type {{x: number, y: number}} */ { x, y }) =>
    x > view.x - SLACK &&
    y > view.y - SLACK &&
    x < view.x + view.width + SLACK &&
    y < view.y + view.height + SLACK;
  context.lineJoin = "round";
  context.lineCap = "round";
  const order = arranged.markers.filter(inView);
  const isLast = (/** @type {number[]} */ stops) => Number(stops.includes(current));
  order.sort((a, b) => isLast(a.stops) - isLast(b.stops));
  for (const marker of order) {
    const chief = chiefOf(stops, marker.stops, current);
    const stop = stops[chief];
    const look = {
      several: marker.stops.length > 1,
      isCurrent: chief === current,
    };
    if (stop.precision === "region" && !look.several) drawRegion(brush, marker, stop.lat);
    if (look.isCurrent) drawHalo(brush, marker);
    const isLeft = !left || marker.stops.some((at) => left.has(at));
    context.globalAlpha = isLeft ? 1 : DIM;
    drawSign(brush, marker, symbols[stop.kind], look);
    context.globalAlpha = 1;
  }
  usePixels(context, view);
}

/**
 * Draw around a place, in pixels times a size.
 * @param {Brush} brush
 * @param {{x: number, y: number}} place
 * @param {number} size
 */
function moveTo({ context, view: { ratio, x, y } }, place, size) {
  context.setTransform(
    ratio * size,
    0,
    0,
    ratio * size,
    (place.x - x) * ratio,
    (place.y - y) * ratio,
  );
}

/**
 * Fill, or add to the path, a circle around the origin.
 * @param {CanvasRenderingContext2D} context
 * @param {number} radius
 */
function circle(context, radius) {
  context.beginPath();
  context.arc(0, 0, radius, 0, TURN);
}

/**
 * @param {Brush} brush
 * @param {{x: number, y: number}} at
 * @param {number} lat
 */
function drawRegion(brush, at, lat) {
  const { context, view, palette } = brush;
  moveTo(brush, at, 1);
  const radius = Math.max(14, REGION_KM * worldPerKm(lat) * view.scale);
  const colour = palette.red;
  const soft = context.createRadialGradient(0, 0, radius * 0.2, 0, 0, radius);
  soft.addColorStop(0, colour);
  soft.addColorStop(1, "transparent");
  context.fillStyle = soft;
  context.globalAlpha = 0.22;
  circle(context, radius);
  context.fill();
  context.globalAlpha = 0.6;
  context.strokeStyle = colour;
  context.lineWidth = 0.8;
  context.setLineDash([2, 3]);
  context.stroke();
  context.setLineDash([]);
  context.globalAlpha = 1;
}

/** @param {Brush} brush @param {{x: number, y: number}} at */
function drawHalo(brush, at) {
  const { context, palette } = brush;
  moveTo(brush, at, 1);
  context.fillStyle = palette.red;
  context.globalAlpha = 0.2;
  circle(context, 17);
  context.fill();
  context.globalAlpha = 1;
}

/** @type {Map<string, Path2D>} */
const shapes = new Map();

/** A path from its SVG notation, once. @param {string} notation */
function shapeOf(notation) {
  return remember(shapes, notation, () => new Path2D(notation));
}

/**
 * Colours of a sign: its line, what fills it, and the mark on it.
 * @param {Symbol} symbol
 * @param {{isCurrent: boolean}} look
 * @param {import("./palette.js").Palette} palette
 */
function coloursOf(symbol, { isCurrent }, palette) {
  const line = symbol.fill === "ink" ? palette.guard : palette.red;
  if (isCurrent) return { line: palette.red, ring: line, fill: palette.red, mark: palette.paper };
  return { line, ring: line, fill: symbol.fill === "paper" ? palette.paper : line, mark: line };
}

/**
 * Draw one sign.
 * @param {Brush} brush
 * @param {{x: number, y: number}} at
 * @param {Symbol} symbol
 * @param {{several: boolean, isCurrent: boolean}} look
 */
function drawSign(brush, at, symbol, look) {
  const { context, view, palette } = brush;
  const { several, isCurrent } = look;
  const radius = (isCurrent ? 7.6 : 6) * (view.zoom < 4 && !isCurrent ? 0.82 : 1);
  const shape = shapeOf(symbol.path);
  const colours = coloursOf(symbol, look, palette);
  moveTo(brush, at, radius);
  context.strokeStyle = palette.casing;
  context.lineWidth = 4.4 / radius;
  context.stroke(shape);
  if (several) {
    context.fillStyle = palette.casing;
    circle(context, 1.75);
    context.fill();
    context.strokeStyle = colours.ring;
    context.lineWidth = 0.9 / radius;
    context.stroke();
  }
  context.fillStyle = colours.fill;
  context.fill(shape);
  context.strokeStyle = colours.line;
  context.lineWidth = 1.7 / radius;
  context.stroke(shape);
  if (symbol.mark) {
    context.fillStyle = colours.mark;
    context.fill(shapeOf(symbol.mark));
  }
}
