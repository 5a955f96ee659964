// The sea, deeper in tone along the coasts.

import { clipBeyond } from "./beyond.js";
import { coarser, SHRINK, usePixels, useWorld } from "./canvas.js";
import { makeGlow } from "./distance_field.js";
import { rgbOf } from "./palette.js";

/** @typedef {import("./canvas.js").Brush} Brush */
/** @typedef {import("./ground.js").Ground} Ground */

/**
 * Draw the sea. It is soft everywhere, so its canvas has a fraction of the pixels: see SHRINK.
 * @param {Brush} brush its view with the ratio of that canvas
 * @param {Ground} ground
 * @param {Pick<import("./land.js").Times, "politics" | "beyond">} times
 */
export function drawSea({ context, view, palette }, ground, { politics, beyond }) {
  const { width, height } = context.canvas;
  usePixels(context, view);
  context.clearRect(0, 0, view.width + SHRINK, view.height + SHRINK);
  useWorld(context, view);
  context.fill(ground.facesIn(coarser(view, SHRINK), politics.land), "evenodd");
  if (beyond) {
    context.save();
    clipBeyond(context, beyond);
    context.fill(beyond.land, "evenodd");
    context.restore();
  }
  const image = context.getImageData(0, 0, width, height);
  const reach = Math.max(0.6, Math.min(1.2, 0.6 + (view.zoom - 2.5) * 0.15)) * 14 * view.ratio;
  const fallOff = (/** @type {number} */ d) => 0.95 * Math.exp(-((d / reach) ** 0.85) * 1.6);
  makeGlow(image, rgbOf(palette["sea-deep"]), fallOff, Math.ceil(4 * reach));
  context.putImageData(image, 0, 0);
  context.globalCompositeOperation = "destination-over";
  usePixels(context, view);
  context.fillStyle = palette.sea;
  context.fillRect(0, 0, view.width + SHRINK, view.height + SHRINK);
  context.globalCompositeOperation = "source-over";
}
