// The time axis: a bar for every stay, as long as the stay, and a handle to pull through the years.

import { part, partOf } from "../dom.js";
import { AxisScale, coloursOf, drawBar, drawYears } from "./axis_drawing.js";
import { dayNumber, isoDay, likelyDay, stayOn } from "./stays.js";

/** @typedef {import("./stays.js").Stay} Stay */
/**
 * @typedef {{onSeek: (index: number, day: string) => void, onKey: (key: string) => boolean}} Calls
 */

const NEAR = 7;

/** Context of a canvas. @param {HTMLCanvasElement} canvas */
function contextOf(canvas) {
  return /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
}

/** Draws the axis and lets the reader pull at it. */
export class Axis {
  /** @param {Stay[]} stays @param {Calls} calls */
  constructor(stays, calls) {
    this.calls = calls;
    this.stays = stays;
    this.scale = new AxisScale(stays);
    this.element = part(".axis");
    this.canvas = partOf(".axis canvas", HTMLCanvasElement);
    this.handle = part(".axis .handle");
    /** Bars drawn once; the current one goes on top. */
    this.sheet = document.createElement("canvas");
    this.current = -1;
    /** @type {Record<string, string>} */
    this.colours = {};
    this.ratio = 1;
    this.isPulled = false;
    this.listen();
  }

  listen() {
    const { element, handle } = this;
    element.addEventListener("pointerdown", (event) => {
      if (event.button) return;
      element.setPointerCapture(event.pointerId);
      this.isPulled = true;
      this.press(event);
    });
    element.addEventListener("pointermove", (event) => {
      if (!this.isPulled || !event.buttons) return;
      handle.classList.add("dragged");
      this.pull(event);
    });
    for (const type of ["pointerup", "pointercancel", "lostpointercapture"]) {
      element.addEventListener(type, () => {
        this.isPulled = false;
        handle.classList.remove("dragged");
      });
    }
    element.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || !this.calls.onKey(event.key)) return;
      event.preventDefault();
      event.stopPropagation();
    });
  }

  /** @param {PointerEvent} event */
  press(event) {
    const box = this.element.getBoundingClientRect();
    const index = this.meant(event.clientX - box.left, event.clientY - box.top);
    this.calls.onSeek(index, this.stays[index].begins[0]);
  }

  /** @param {PointerEvent} event */
  pull(event) {
    const { first, last } = this.scale.years;
    const x = event.clientX - this.element.getBoundingClientRect().left;
    const day = Math.min(last, Math.max(first, this.scale.dayAt(x)));
    this.calls.onSeek(stayOn(this.stays, day), isoDay(day));
    this.place(day);
  }

  /**
   * Stop that a reader means by pressing here: a bar under the finger, else the one in force.
   * @param {number} x
   * @param {number} y
   */
  meant(x, y) {
    const { scale } = this;
    const row = Math.floor((scale.topOf(0) + scale.pitch - y) / scale.pitch);
    let best = -1;
    let least = NEAR;
    this.stays.forEach(({ begins, ends }, index) => {
      if (scale.rows[index] !== row) return;
      const [from, to] = [begins[0], ends[1]].map(dayNumber).map((day) => scale.xOf(day));
      const away = x < from ? from - x : x > to ? x - to : 0;
      if (away < least) [best, least] = [index, away];
    });
    return best < 0 ? stayOn(this.stays, scale.dayAt(x)) : best;
  }

  /** Put the handle on a day. @param {number} day */
  place(day) {
    const { first, last } = this.scale.years;
    this.handle.style.left = `${this.scale.xOf(Math.min(last, Math.max(first, day))).toFixed(1)}px`;
  }

  get isInside() {
    return this.current >= 0 && this.current < this.stays.length;
  }

  /**
   * Show where the reader is.
   * @param {number} index stop, -1 before the first, one past the last after it
   * @param {string} words what the axis says of it
   */
  show(index, words) {
    this.current = index;
    this.element.setAttribute("aria-valuenow", String(this.isInside ? index + 1 : 0));
    this.element.setAttribute("aria-valuetext", words);
    this.handle.hidden = !this.isInside;
    this.paint();
  }

  /** Draw again: the size or the colours have changed. */
  draw() {
    const { width, height } = this.element.getBoundingClientRect();
    if (!width || !height) return;
    Object.assign(this.scale, { width, height });
    this.colours = coloursOf(this.element);
    this.ratio = Math.min(3, globalThis.devicePixelRatio || 1);
    for (const each of [this.canvas, this.sheet]) {
      each.width = Math.round(width * this.ratio);
      each.height = Math.round(height * this.ratio);
    }
    const target = contextOf(this.sheet);
    target.scale(this.ratio, this.ratio);
    drawYears(target, this.scale, this.colours);
    const look = { colours: this.colours, isCurrent: false };
    this.stays.forEach((_, index) => {
      drawBar(target, this.scale, index, look);
    });
    this.paint();
  }

  paint() {
    const { canvas, ratio, colours } = this;
    if (this.isInside) this.place(likelyDay(this.stays[this.current].begins));
    if (!canvas.width || !canvas.height) return;
    const context = contextOf(canvas);
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, canvas.width, canvas.height);
    context.drawImage(this.sheet, 0, 0);
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    if (this.isInside) drawBar(context, this.scale, this.current, { colours, isCurrent: true });
  }
}
