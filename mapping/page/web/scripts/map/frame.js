// The net of meridians and parallels, and the frame around what the atlas knows.

import { trace, usePixels } from "./canvas.js";
import { toWorld } from "./projection.js";

/** @typedef {import("./canvas.js").Brush} Brush */
/** @typedef {import("./boxes.js").Box} Box */

/** Draw meridians and parallels. @param {Brush} brush @param {Box} extent both in world units */
export function drawGraticule({ context, view, palette }, extent) {
  context.strokeStyle = palette["sea-deep"];
  context.lineWidth = 0.6 / view.scale;
  context.globalAlpha = 0.55;
  const every = view.zoom < 5.5 ? 10 : 5;
  const grid = new Path2D();
  const [left, top, right, bottom] = extent;
  for (let lon = -180; lon <= 180; lon += every) {
    const [x] = toWorld(lon, 0);
    if (x > left && x < right) trace(grid, [x, top, x, bottom]);
  }
  for (let lat = -80; lat <= 80; lat += every) {
    const [, y] = toWorld(0, lat);
    if (y > top && y < bottom) trace(grid, [left, y, right, y]);
  }
  context.stroke(grid);
  context.globalAlpha = 1;
}

/**
 * Draw margin and double rule around the drawn extent.
 * @param {Brush} brush left in pixels
 * @param {Box} extent world units
 */
export function drawFrame({ context, view, palette }, extent) {
  usePixels(context, view);
  const [left, top, right, bottom] = extent;
  const x0 = left * view.scale - view.x;
  const y0 = top * view.scale - view.y;
  const x1 = right * view.scale - view.x;
  const y1 = bottom * view.scale - view.y;
  const margin = new Path2D();
  margin.rect(-10, -10, view.width + 20, view.height + 20);
  margin.rect(x0, y0, x1 - x0, y1 - y0);
  context.fillStyle = palette.paper;
  context.fill(margin, "evenodd");
  context.strokeStyle = palette.frontier;
  context.lineWidth = 0.8;
  context.strokeRect(x0, y0, x1 - x0, y1 - y0);
  context.lineWidth = 1.8;
  context.strokeRect(x0 - 4, y0 - 4, x1 - x0 + 8, y1 - y0 + 8);
}
