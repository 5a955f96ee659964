// The bars and ticks of the time axis, on a canvas.

import { barGroup, drawnDays, packRows, tickYears, yearsAround } from "./stays.js";

/** @typedef {import("./stays.js").Stay} Stay */
/** @typedef {Record<string, string>} Colours */
/** @typedef {{left: number, top: number, right: number, bottom: number}} Bar pixels */

const TICK_HEIGHT = 20;
const LEAST_BAR = 3;
const COLOURS = ["paper", "red", "stay", "guard", "soft", "rule"];

/** Where days and stays lie on an axis of a size. */
export class AxisScale {
  /** @param {Stay[]} stays */
  constructor(stays) {
    this.stays = stays;
    this.years = yearsAround(stays);
    this.rows = packRows(stays, (this.years.last - this.years.first) / 240);
    this.rowCount = Math.max(...this.rows) + 1;
    this.width = 0;
    this.height = 0;
  }

  get inset() {
    return Math.min(14, this.width * 0.04);
  }

  /** @param {number} day */
  xOf(day) {
    const { first, last } = this.years;
    return this.inset + ((day - first) / (last - first)) * (this.width - 2 * this.inset);
  }

  /** @param {number} x */
  dayAt(x) {
    const { first, last } = this.years;
    return first + ((x - this.inset) / (this.width - 2 * this.inset)) * (last - first);
  }

  /** Height of a row, with the gap to the next. */
  get pitch() {
    return Math.min(13, (this.height - TICK_HEIGHT - 8) / this.rowCount);
  }

  /** Upper edge of a row; rows grow upwards from the ticks. @param {number} row */
  topOf(row) {
    return this.height - TICK_HEIGHT - 3 - (row + 1) * this.pitch;
  }

  /**
   * The four days of a stay in pixels: first and last of its beginning, and of its end.
   * @param {number} index
   */
  daysOf(index) {
    return drawnDays(this.stays[index]).map((day) => this.xOf(day));
  }

  /** @param {number} index @returns {Bar} */
  barOf(index) {
    const [first, , , last] = this.daysOf(index);
    const top = this.topOf(this.rows[index]);
    const bottom = top + Math.max(1.5, this.pitch - 2);
    if (last - first >= LEAST_BAR) return { left: first, top, right: last, bottom };
    const middle = (first + last) / 2;
    return { left: middle - LEAST_BAR / 2, top, right: middle + LEAST_BAR / 2, bottom };
  }
}

/**
 * Colours and type of the axis, from the style sheet.
 * @param {HTMLElement} element
 * @returns {Colours}
 */
export function coloursOf(element) {
  const style = getComputedStyle(element);
  const read = (/** @type {string} */ name) => style.getPropertyValue(`--${name}`).trim();
  return {
    ...Object.fromEntries(COLOURS.map((name) => [name, read(name)])),
    font: read("font-sans"),
  };
}

/**
 * Fill of a bar: it fades where the beginning or the end is not known to the day.
 * @param {CanvasRenderingContext2D} target
 * @param {number[]} days of the stay in pixels
 * @param {string} colour
 */
function fillOf(target, [a, b, c, d], colour) {
  if (d - a < LEAST_BAR * 2 || (b - a <= 1 && d - c <= 1)) return colour;
  const soft = target.createLinearGradient(a, 0, d, 0);
  const [from, to] = b <= c ? [b, c] : [(b + c) / 2, (b + c) / 2];
  const at = (/** @type {number} */ x) => Math.min(1, Math.max(0, (x - a) / (d - a)));
  // read back, a canvas gives any opaque colour in six digits
  target.fillStyle = colour;
  const faded = `${target.fillStyle}24`;
  soft.addColorStop(0, b - a > 1 ? faded : colour);
  soft.addColorStop(at(from), colour);
  soft.addColorStop(at(to), colour);
  soft.addColorStop(1, d - c > 1 ? faded : colour);
  return soft;
}

/**
 * Hatch a bar, for exile.
 * @param {CanvasRenderingContext2D} target
 * @param {Bar} bar
 * @param {string} colour
 */
function hatch(target, { left, top, right, bottom }, colour) {
  const thick = bottom - top;
  target.save();
  target.beginPath();
  target.rect(left, top, right - left, thick);
  target.clip();
  target.strokeStyle = colour;
  target.lineWidth = 1.4;
  target.beginPath();
  for (let x = left + 2; x < right + thick; x += 5) {
    target.moveTo(x, top);
    target.lineTo(x - thick, bottom);
  }
  target.stroke();
  target.restore();
}

/**
 * Draw the bar of a stay.
 * @param {CanvasRenderingContext2D} target
 * @param {AxisScale} scale
 * @param {number} index
 * @param {{colours: Colours, isCurrent: boolean}} look
 */
export function drawBar(target, scale, index, { colours, isCurrent }) {
  const group = barGroup(scale.stays[index].kind);
  const colour = isCurrent ? colours.red : group === "free" ? colours.stay : colours.guard;
  const bar = scale.barOf(index);
  target.fillStyle = fillOf(target, scale.daysOf(index), colour);
  target.fillRect(bar.left, bar.top, bar.right - bar.left, bar.bottom - bar.top);
  if (group === "exile") hatch(target, bar, colours.paper);
}

/**
 * Draw the years under the bars, each number where the one before leaves room.
 * @param {CanvasRenderingContext2D} target
 * @param {AxisScale} scale
 * @param {Colours} colours
 */
export function drawYears(target, scale, colours) {
  const { width, height } = scale;
  const base = height - TICK_HEIGHT;
  target.strokeStyle = colours.soft;
  target.fillStyle = colours.soft;
  target.font = `500 13px ${colours.font}`;
  target.textAlign = "center";
  target.textBaseline = "alphabetic";
  target.lineWidth = 1;
  target.beginPath();
  let free = Number.NEGATIVE_INFINITY;
  for (const { year, day, label } of tickYears(scale.years, width - 2 * scale.inset)) {
    const x = Math.round(scale.xOf(day)) + 0.5;
    target.moveTo(x, base);
    target.lineTo(x, base + (label ? 5 : 3));
    if (!label) continue;
    const half = target.measureText(String(year)).width / 2;
    const at = Math.min(Math.max(x, half), width - half);
    if (at - half < free + 6) continue;
    target.fillText(String(year), at, height - 5);
    free = at + half;
  }
  target.stroke();
}
