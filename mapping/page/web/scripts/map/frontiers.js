// Frontiers of a period: lines that survive, lines reconstructed well or badly, zones of one state.

/** @typedef {import("./canvas.js").Brush} Brush */
/** @typedef {import("./ground.js").Ground} Ground */

/**
 * Draw frontiers: a soft band under a thin line.
 * @param {Brush} brush in world units
 * @param {Ground} ground
 * @param {import("./politics.js").Politics} politics
 * @param {number} line pixels of a fine line
 */
export function drawFrontiers({ context, view, palette }, ground, politics, line) {
  const px = 1 / view.scale;
  const solid = ground.arcsIn(view, politics.solid);
  const dashed = ground.arcsIn(view, politics.dashed);
  const dotted = ground.arcsIn(view, politics.dotted);
  const zones = ground.arcsIn(view, politics.zones);
  context.strokeStyle = palette.frontier;
  context.globalAlpha = 0.13;
  context.lineWidth = line * 4.2 * px;
  const both = new Path2D(solid);
  both.addPath(dashed);
  both.addPath(dotted);
  context.stroke(both);
  context.globalAlpha = 0.85;
  context.lineWidth = line * px;
  context.stroke(solid);
  context.lineCap = "butt";
  context.setLineDash([line * 4.5 * px, line * 2.2 * px]);
  context.stroke(dashed);
  context.setLineDash([line * 1.6 * px, line * 2.4 * px]);
  context.stroke(dotted);
  context.setLineDash([line * 2.5 * px, line * 2.5 * px]);
  context.globalAlpha = 0.7;
  context.lineWidth = line * 0.8 * px;
  context.stroke(zones);
  context.setLineDash([]);
  context.globalAlpha = 1;
}
