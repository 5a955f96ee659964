// The land of a period: states in their tints, relief, occupied land, and the lines over them.

import { remember } from "../remember.js";
import { drawBeyond } from "./beyond.js";
import { usePixels, useWorld, wipe } from "./canvas.js";
import { drawFrame, drawGraticule } from "./frame.js";
import { drawFrontiers } from "./frontiers.js";
import { drawWash } from "./wash.js";
import { drawWater } from "./water.js";

/** @typedef {import("./canvas.js").Brush} Brush */
/** @typedef {import("./ground.js").Ground} Ground */
/**
 * @typedef {object} Times what the land shows
 * @property {import("./politics.js").Politics} politics
 * @property {string} here entity that is lifted from the rest, or ""
 * @property {HTMLImageElement | null} relief grey, from edge to edge of the atlas
 * @property {import("./beyond.js").Beyond | null} beyond what is drawn where the atlas ends
 */

/** How far the state that is lifted goes from its tint to paper. */
const LIFT = 0.42;

/**
 * Draw land, states, frontiers and inland water of a period, and the frame of the map.
 * @param {Brush} brush
 * @param {Ground} ground
 * @param {Times} times
 */
export function drawLand(brush, ground, { politics, here, relief, beyond }) {
  const { context, view, palette } = brush;
  wipe(context, view);
  useWorld(context, view);
  const extent = beyond?.extent ?? ground.extent;
  drawGraticule(brush, extent);
  context.lineJoin = "round";
  context.lineCap = "round";
  /** Pixels of a fine line. */
  const line = Math.max(0.75, Math.min(1.25, 0.55 + (view.zoom - 2) * 0.14));
  const entityOf = (/** @type {number} */ face) =>
    ground.atlas.states[politics.stateOf[face]]?.entity;
  const isLifted = (/** @type {number} */ face) => here !== "" && entityOf(face) === here;
  politics.byTint.forEach((tinted, tint) => {
    context.fillStyle = palette[`tint-${tint}`];
    context.fill(ground.facesIn(view, tinted), "evenodd");
  });
  // the state he is in keeps its tint, only lighter
  context.fillStyle = palette.here;
  context.globalAlpha = LIFT;
  context.fill(ground.facesIn(view, politics.land.filter(isLifted)), "evenodd");
  context.globalAlpha = 1;
  drawRelief(brush, ground, politics, relief);
  drawWash(brush, ground, { politics, isLifted, line });
  for (const [tint, faces] of politics.occupied) drawOccupied(brush, ground, faces, tint);
  drawWater(brush, ground, politics);
  drawFrontiers(brush, ground, politics, line);
  context.strokeStyle = palette.coast;
  context.lineWidth = (line * 0.8) / view.scale;
  context.stroke(ground.arcsIn(view, politics.coast));
  if (beyond) drawBeyond(brush, beyond, line);
  drawFrame(brush, extent);
}

/**
 * Light and shade on whatever land is drawn already; they give way where their pixels would show.
 * @param {Brush} brush in world units
 * @param {Ground} ground
 * @param {import("./politics.js").Politics} politics
 * @param {HTMLImageElement | null} relief
 */
function drawRelief({ context, view, palette }, ground, politics, relief) {
  const [left, top, right, bottom] = ground.extent;
  const strength = Number(palette.relief);
  if (!relief || !strength) return;
  // its pixels in one of the map's
  const sharp = relief.naturalWidth / ((right - left) * view.scale);
  context.save();
  context.clip(ground.facesIn(view, politics.land), "evenodd"); // on nothing it would draw itself
  context.globalCompositeOperation = "hard-light";
  context.globalAlpha = strength * Math.min(1, 0.35 + 2.6 * sharp);
  context.imageSmoothingQuality = "high";
  context.drawImage(relief, left, top, right - left, bottom - top);
  context.restore();
}

/**
 * Hatch occupied land, and tint it with the colour of who occupies it.
 * @param {Brush} brush in world units
 * @param {Ground} ground
 * @param {number[]} faces
 * @param {number} tint
 */
function drawOccupied({ context, view, palette }, ground, faces, tint) {
  context.save();
  context.clip(ground.facesIn(view, faces), "evenodd");
  usePixels(context, view);
  const pattern = context.createPattern(hatchTile(palette.frontier, view.ratio), "repeat");
  if (pattern) {
    const shift = (/** @type {number} */ at) => -(((at % 6) + 6) % 6);
    pattern.setTransform(
      new DOMMatrix([1 / view.ratio, 0, 0, 1 / view.ratio, shift(view.x), shift(view.y)]),
    );
    context.globalAlpha = 0.16;
    context.fillStyle = pattern;
    context.fillRect(0, 0, view.width, view.height);
    context.globalAlpha = 0.35;
    context.fillStyle = palette[`tint-${tint}`];
    context.globalCompositeOperation = "multiply";
    context.fillRect(0, 0, view.width, view.height);
  }
  context.restore();
}

/** @type {Map<string, HTMLCanvasElement>} */
const tiles = new Map();

/** A tile of thin diagonal lines. @param {string} colour @param {number} ratio */
function hatchTile(colour, ratio) {
  return remember(tiles, `${colour} ${ratio}`, () => drawTile(colour, ratio));
}

/** @param {string} colour @param {number} ratio */
function drawTile(colour, ratio) {
  const tile = document.createElement("canvas");
  const size = Math.round(6 * ratio);
  tile.width = tile.height = size;
  const context = tile.getContext("2d");
  if (context) {
    context.strokeStyle = colour;
    context.lineWidth = 1.1 * ratio;
    context.beginPath();
    for (const shift of [-size, 0, size]) {
      context.moveTo(shift - 1, size + 1);
      context.lineTo(shift + size + 1, -1);
    }
    context.stroke();
  }
  return tile;
}
