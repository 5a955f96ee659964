// The map's colours and fonts, as the style sheet has them.

import { smallCanvas } from "./canvas.js";

/** @typedef {Record<string, string>} Palette by token without its dashes, and a band of each tint */

const TOKENS = {
  "--paper": "#fbf8f1",
  "--ink": "#26221d",
  "--soft": "#6f665a",
  "--rule": "#ddd3c0",
  "--red": "#a8201a",
  "--sea": "#dde6e6",
  "--sea-deep": "#b4c9cc",
  "--land": "#f3ecdd",
  "--coast": "#7d8f90",
  "--frontier": "#6d5c49",
  "--river": "#a9c0c4",
  "--relief": "0.9",
  "--tint-0": "#eee3cd",
  "--tint-1": "#e6e4cc",
  "--tint-2": "#ecdbd0",
  "--tint-3": "#e3ddd6",
  "--tint-4": "#efe0bd",
  "--tint-5": "#dde3d6",
  "--here": "#fdfaf3",
  "--guard": "#26221d",
  "--casing": "#fbf8f1",
  "--label": "#5b5044",
  "--sea-label": "#5d7f88",
  "--font-text": "'EB Garamond', Garamond, Georgia, serif",
  "--font-sans": "'Alegreya Sans', 'Gill Sans', Calibri, sans-serif",
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
  const palette = Object.fromEntries(
    Object.entries(TOKENS).map(([token, fallback]) => [
      token.slice(2),
      style.getPropertyValue(token).trim() || fallback,
    ]),
  );
  for (let tint = 0; tint < TINTS; tint++) {
    palette[`band-${tint}`] = deepen(palette[`tint-${tint}`]);
  }
  return palette;
}

/** Fonts of a palette that names are set in. @param {Palette} palette @returns {string[]} CSS fonts */
export function fontsOf({ "font-sans": sans, "font-text": serif }) {
  return [`500 12px ${sans}`, `700 12px ${sans}`, `400 12px ${serif}`, `italic 12px ${serif}`];
}

/** Red, green and blue of any CSS colour. @param {string} colour @returns {[number, number, number]} */
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
