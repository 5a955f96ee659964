// The town of the current stop, drawn to scale, as an inset of the map.

import { part } from "../dom.js";

/** @typedef {import("../life.js").Stop} Stop */

/**
 * When a mark is, seen from the current stop.
 * @param {number[]} numbers of the stops that it stands for, in order
 * @param {number} current number of the current stop
 * @returns {"now" | "past" | "later"}
 */
export function whenOf(numbers, current) {
  if (numbers.includes(current)) return "now";
  return numbers[0] < current ? "past" : "later";
}

/** Shows the drawn town that the current stop lies in. */
export class Inset {
  /** @param {Stop[]} stops */
  constructor(stops) {
    this.stops = stops;
    this.element = part(".inset");
    this.caption = part(".inset figcaption");
    this.sheet = part(".inset .drawing");
    /** @type {Map<string, number>} */
    this.numberOf = new Map(stops.map((stop, index) => [stop.id, index]));
    /** Drawings by the stops in them. @type {Map<string, Element>} */
    this.drawings = new Map();
    for (const drawing of document.querySelectorAll(".town .plan")) {
      for (const mark of drawing.querySelectorAll("[data-stops]")) {
        for (const id of this.idsOf(mark)) this.drawings.set(id, drawing);
      }
    }
    /** @type {Element | undefined} */
    this.shown = undefined;
  }

  /** Ids of the stops that a mark stands for. @param {Element} mark */
  idsOf(mark) {
    return (mark.getAttribute("data-stops") ?? "").split(" ");
  }

  /** Show the town of a stop, or none. @param {number} index */
  show(index) {
    const stop = this.stops[index];
    const drawing = stop && this.drawings.get(stop.id);
    this.element.hidden = !drawing;
    if (!drawing) return;
    if (drawing !== this.shown) this.sheet.replaceChildren(drawing.cloneNode(true));
    this.shown = drawing;
    this.caption.textContent = stop.label;
    for (const mark of this.sheet.querySelectorAll("[data-stops]")) {
      const numbers = this.idsOf(mark).map((id) => this.numberOf.get(id) ?? -1);
      mark.setAttribute("data-when", whenOf(numbers, index));
    }
  }
}
