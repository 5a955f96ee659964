// Text on a canvas: how wide it is, and how it is drawn.

/**
 * @typedef {object} Run a stretch of a line in one style
 * @property {string} text
 * @property {string} font CSS font
 * @property {string} fill CSS colour
 * @property {number} [spacing] pixels after each letter
 */

const MOST_WIDTHS = 5000;
const HALO = 3.2;
/** Part of the leading that a line's foot lies below its top. */
const FOOT = 0.74;

/** @type {Map<string, number>} */
const widths = new Map();

/**
 * Width of a text without spacing, remembered: measuring is most of the work of lettering.
 * @param {CanvasRenderingContext2D} context
 * @param {string} font
 * @param {string} text
 */
function textWidth(context, font, text) {
  const key = `${font}|${text}`;
  let width = widths.get(key);
  if (width === undefined) {
    if (widths.size > MOST_WIDTHS) widths.clear();
    context.font = font;
    width = context.measureText(text).width;
    widths.set(key, width);
  }
  return width;
}

/** Forget the widths of texts: the fonts have changed. */
export function forgetWidths() {
  widths.clear();
}

/** Width of a line of runs. @param {CanvasRenderingContext2D} context @param {Run[]} runs */
export function lineWidth(context, runs) {
  let width = 0;
  for (const { font, text, spacing } of runs) {
    width += textWidth(context, font, text) + (spacing ? spacing * [...text].length : 0);
  }
  return width - (runs[runs.length - 1]?.spacing ?? 0);
}

/**
 * Letter lines of runs around a centre, their halo first.
 * @param {CanvasRenderingContext2D} context
 * @param {{lines: Run[][], x: number, y: number, height: number, leading: number, halo: string}
 *   } label
 */
export function drawLabel(context, label) {
  context.textBaseline = "alphabetic";
  context.textAlign = "left";
  context.lineJoin = "round";
  context.lineWidth = HALO;
  context.strokeStyle = label.halo;
  const top = label.y - label.height / 2;
  for (const isHalo of label.halo ? [true, false] : [false]) {
    label.lines.forEach((runs, row) => {
      const x = label.x - lineWidth(context, runs) / 2;
      drawLine(context, runs, [x, top + label.leading * (row + FOOT)], isHalo);
    });
  }
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Run[]} runs
 * @param {import("./projection.js").Point} start of the line's foot
 * @param {boolean} isHalo
 */
function drawLine(context, runs, [start, y], isHalo) {
  let x = start;
  for (const { text, font, fill, spacing = 0 } of runs) {
    context.font = font;
    context.fillStyle = fill;
    for (const piece of spacing ? [...text] : [text]) {
      if (isHalo) context.strokeText(piece, x, y);
      else context.fillText(piece, x, y);
      x += textWidth(context, font, piece) + spacing;
    }
  }
}
