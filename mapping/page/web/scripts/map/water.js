// Lakes and rivers.

import { boxesMeet } from "./boxes.js";
import { traceSoft } from "./canvas.js";

/** @typedef {import("./canvas.js").Brush} Brush */
/** @typedef {import("./ground.js").Ground} Ground */

/**
 * Draw rivers, then the lakes that are there.
 * @param {Brush} brush in world units
 * @param {Ground} ground
 * @param {import("./politics.js").Politics} politics
 */
export function drawWater(brush, ground, politics) {
  drawRivers(brush, ground);
  drawLakes(
    brush,
    politics.lakes.map((lake) => ground.lakes[lake]),
  );
}

/** @param {Brush} brush @param {Ground} ground */
function drawRivers({ context, view, palette }, ground) {
  const px = 1 / view.scale;
  const rivers = [new Path2D(), new Path2D()];
  for (const river of ground.rivers) {
    if (river.rank > view.zoom + 1.5 || !boxesMeet(river.box, view.box)) continue;
    traceSoft(rivers[river.rank <= 2 ? 0 : 1], river.xy, false);
  }
  context.strokeStyle = palette.river;
  context.globalAlpha = 0.9;
  rivers.forEach((path, minor) => {
    const width = Math.max(0.5, Math.min(1.5, 0.35 + (view.zoom - 3) * 0.25) - minor * 0.3);
    context.lineWidth = width * px;
    context.stroke(path);
  });
  context.globalAlpha = 1;
}

/** @param {Brush} brush @param {import("./ground.js").Water[][]} there rings of each lake */
function drawLakes({ context, view, palette }, there) {
  const px = 1 / view.scale;
  const lakes = new Path2D();
  const least = 2.5 * px;
  for (const rings of there) {
    const { box } = rings[0];
    if (!boxesMeet(box, view.box) || box[2] - box[0] < least) continue;
    for (const { xy } of rings) {
      traceSoft(lakes, xy, true);
      lakes.closePath();
    }
  }
  context.fillStyle = palette.sea;
  context.fill(lakes, "evenodd");
  context.strokeStyle = palette.coast;
  context.globalAlpha = 0.7;
  context.lineWidth = 0.6 * px;
  context.stroke(lakes);
  context.globalAlpha = 1;
}
