// The map's colours and fonts, as the style sheet has them.

import { smallCanvas } from "./canvas.js";

/** @typedef {Record<string, string>} Palette by token, and a band of each tint */

/** Colours of the style sheet that the map is drawn in, made from signs/palette.json. */
const COLOURS = [
  ...["paper", "ink", "soft", "red", "guard", "casing", "label", "sea-label"],
  ...["sea", "sea-deep", "land", "coast", "frontier", "river", "here"],
  ...["tint-0", "tint-1", "tint-2", "tint-3", "tint-4", "tint-5"],
];
/** What a style sheet may say besides. */
const OTHERS = {
  relief: "0.9",
  "font-text": "'EB Garamond', Garamond, Georgia, serif",
  "font-sans": "'Alegreya Sans', 'Gill Sans', Calibri, sans-serif",
};
export const TINTS = 6;
/** @type {import("./canvas.js").View} */
const PIXEL = { width: 1, height: 1, scale: 1, ratio: 1, x: 0, y: 0, zoom: 0, box: [0, 0, 1, 1] };

/**
 * Read the map's colours and fonts from the style sheet.
 * @param {Element} element
 * @returns {Palette}
 */
export function readPalette(element) {
  const style = getComputedStyle(element);
  const read = (/** @type {string} */ token) => style.getPropertyValue(`--${token}`).trim();
  /** @type {Palette} */
  const palette = Object.fromEntries(COLOURS.map((colour) => [colour, read(colour)]));
  for (const [token, usual] of Object.entries(OTHERS)) palette[token] = read(token) || usual;
  for (let tint = 0; tint < TINTS; tint++) {
    palette[`band-${tint}`] = deepen(palette[`tint-${tint}`]);
  }
  return palette;
}

/**
 * Fonts of a palette that names are set in.
 * @param {Palette} palette
 * @returns {string[]} CSS fonts
 */
export function fontsOf({ "font-sans": sans, "font-text": serif }) {
  return [`500 12px ${sans}`, `700 12px ${sans}`, `400 12px ${serif}`, `italic 12px ${serif}`];
}

/**
 * Red, green and blue of any CSS colour.
 * @param {string} colour
 * @returns {[number, number, number]}
 */
export function rgbOf(colour) {
  const context = smallCanvas("colour", PIXEL, 1);
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  const [red, green, blue] = context.getImageData(0, 0, 1, 1).data;
  return [red, green, blue];
}

/** Deepen a colour as a second coat of the same wash does. @param {string} colour any CSS colour */
function deepen(colour) {
  const parts = rgbOf(colour);
  const grey = (parts[0] + parts[1] + parts[2]) / 3;
  // more of its own hue, then darker on paper, lighter at night
  const coat = parts.map((part) => {
    const vivid = grey + (part - grey) * 2.1;
    return Math.round(Math.max(0, Math.min(255, grey < 128 ? vivid * 1.5 + 8 : vivid * 0.83)));
  });
  return `rgb(${coat.join(" ")})`;
}
