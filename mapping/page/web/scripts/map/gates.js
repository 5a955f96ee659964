// The ticks across a way where it passes a frontier.

import { useOrigin } from "./canvas.js";
import { walkLine } from "./geometry.js";

/** @typedef {import("./canvas.js").Brush} Brush */

/** Pixels of a tick to either side of its line. */
const HALF = 6;

/**
 * Draw a tick at each frontier that legs have passed.
 * @param {Brush} brush
 * @param {import("./legs.js").Route} route
 * @param {number[]} indices of legs
 * @param {number} reached part of the legs that has been travelled
 */
export function drawGates({ context, view, palette }, { ways, gates }, indices, reached) {
  const ticks = new Path2D();
  for (const index of indices) {
    const { lines, alongs, total } = ways.at(index, view.scale);
    if (lines.length !== 1) continue;
    for (const part of gates[index]) {
      if (part > reached) continue;
      const { x, y, angle } = walkLine(lines[0], alongs[0], part * total);
      const [dx, dy] = [-Math.sin(angle) * HALF, Math.cos(angle) * HALF];
      ticks.moveTo(x - dx, y - dy);
      ticks.lineTo(x + dx, y + dy);
    }
  }
  useOrigin(context, view);
  context.lineCap = "round";
  context.strokeStyle = palette.casing;
  context.lineWidth = 4;
  context.stroke(ticks);
  context.strokeStyle = palette.ink;
  context.lineWidth = 1.8;
  context.stroke(ticks);
  context.lineCap = "butt";
}
