// The wash of colour that states have along their frontiers, as in hand-coloured atlases.

import { coarser, SHRINK, smallCanvas, usePixels, useWorld } from "./canvas.js";
import { makeGlow } from "./distance_field.js";

/** @typedef {import("./canvas.js").Brush} Brush */
/** @typedef {import("./ground.js").Ground} Ground */
/** @typedef {import("./politics.js").Politics} Politics */

/**
 * Wash the states along their frontiers, inside: every state in its deeper colour, cut to a soft
 * band along the frontiers. Soft, so a fraction of the pixels is enough.
 * @param {Brush} brush left in world units
 * @param {Ground} ground
 * @param {{politics: Politics, isLifted: (face: number) => boolean, line: number}} look
 *   line: pixels of a fine line
 */
export function drawWash({ context, view, palette }, ground, { politics, isLifted, line }) {
  const bands = smallCanvas("bands", view, SHRINK);
  const { width, height } = bands.canvas;
  fillDeep({ context: bands, view: coarser(view, SHRINK), palette }, ground, politics, isLifted);
  const mask = maskOf(view, ground, politics, (7 * line) / SHRINK);
  bands.setTransform(1, 0, 0, 1, 0, 0);
  bands.globalCompositeOperation = "destination-in";
  bands.drawImage(mask.canvas, 0, 0);
  bands.globalCompositeOperation = "source-over";
  usePixels(context, view);
  context.globalCompositeOperation = "source-atop";
  context.imageSmoothingQuality = "low";
  context.drawImage(bands.canvas, 0, 0, width * SHRINK, height * SHRINK);
  context.globalCompositeOperation = "source-over";
  useWorld(context, view);
}

/**
 * Fill every state in its deeper colour, paler where it is lifted.
 * @param {Brush} brush
 * @param {Ground} ground
 * @param {Politics} politics
 * @param {(face: number) => boolean} isLifted
 */
function fillDeep({ context, view, palette }, ground, politics, isLifted) {
  politics.byTint.forEach((tinted, tint) => {
    context.fillStyle = palette[`band-${tint}`];
    const lifted = tinted.filter(isLifted);
    const rest = lifted.length ? tinted.filter((face) => !isLifted(face)) : tinted;
    context.fill(ground.facesIn(view, rest), "evenodd");
    context.globalAlpha = 0.6;
    if (lifted.length) context.fill(ground.facesIn(view, lifted), "evenodd");
    context.globalAlpha = 1;
  });
}

/**
 * A soft band along the frontiers.
 * @param {import("./canvas.js").View} view
 * @param {Ground} ground
 * @param {Politics} politics
 * @param {number} reach cells
 */
function maskOf(view, ground, politics, reach) {
  const mask = smallCanvas("mask", view, SHRINK);
  const { width, height } = mask.canvas;
  mask.lineWidth = SHRINK / view.scale;
  const lines = [...politics.solid, ...politics.dashed, ...politics.dotted];
  mask.stroke(ground.arcsIn(coarser(view, SHRINK), lines));
  const image = mask.getImageData(0, 0, width, height);
  const fallOff = (/** @type {number} */ d) => 0.8 * Math.exp(-((d / reach) ** 2) * 1.2);
  makeGlow(image, [0, 0, 0], fallOff, Math.ceil(2 * reach));
  mask.putImageData(image, 0, 0);
  return mask;
}
