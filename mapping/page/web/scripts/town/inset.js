// The town of the current stop, drawn to scale, as an inset of the map.

import { part } from "../dom.js";
import { letterPlan } from "./letters.js";

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

/**
 * Which number a mark bears: of its last stop so far.
 * @param {number[]} numbers of the stops that it stands for, in order
 * @param {number} current number of the current stop
 */
export function numberShown(numbers, current) {
  return numbers.filter((number) => number <= current).pop() ?? numbers[0];
}

/**
 * Whether something was there on a day.
 * @param {DOMStringMap} dataset `since` and `until`, ISO days, each perhaps missing
 * @param {string} day ISO
 */
export function wasThere({ since = "", until = "9999" }, day) {
  return since <= day && day <= until;
}

/** Whether there is more of a town than marks on paper. @param {Element} town */
const isDrawn = (town) => town.querySelector(".lettering") !== null;

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
    new ResizeObserver(() => this.letter()).observe(this.sheet);
  }

  /** Set the type to the size that the plan has on the screen. */
  letter() {
    const plan = /** @type {SVGSVGElement | null} */ (this.sheet.querySelector(".plan"));
    const { clientWidth, clientHeight } = this.sheet;
    if (!this.shown || !plan || !clientWidth) return;
    const { width, height } = plan.viewBox.baseVal;
    letterPlan(plan, Math.min(clientWidth / width, clientHeight / height));
  }

  /** Ids of the stops that a mark stands for. @param {Element} mark */
  idsOf(mark) {
    return (mark.getAttribute("data-stops") ?? "").split(" ");
  }

  /** How many of a town's marks are known by a stop. @param {Element} town @param {number} index */
  known(town, index) {
    const isKnown = (/** @type {Element} */ mark) =>
      this.idsOf(mark).some((id) => (this.numberOf.get(id) ?? Number.MAX_VALUE) <= index);
    return [...town.querySelectorAll(".spot")].filter(isKnown).length;
  }

  /** Show the town of a stop; none where it would be one mark on paper. @param {number} index */
  show(index) {
    const stop = this.stops[index];
    const town = stop && this.drawings.get(stop.id);
    const drawing = town && (isDrawn(town) || this.known(town, index) > 1) ? town : undefined;
    this.element.hidden = !drawing;
    if (!drawing) {
      this.shown = undefined;
      return;
    }
    if (drawing !== this.shown) this.sheet.replaceChildren(drawing.cloneNode(true));
    this.shown = drawing;
    this.caption.textContent = drawing.getAttribute("data-town");
    this.element.classList.toggle("mapped", isDrawn(drawing));
    for (const mark of this.sheet.querySelectorAll("[data-stops]")) this.mark(mark, index);
    for (const each of this.sheet.querySelectorAll("[data-since], [data-until]")) {
      const isThere = wasThere(/** @type {SVGElement} */ (each).dataset, stop.start_date);
      each.toggleAttribute("data-gone", !isThere);
    }
    const now = this.sheet.querySelector('.spot[data-when="now"]');
    if (now) now.parentElement?.append(now); // above the marks beside it
    this.walk(index);
    this.letter();
  }

  /** Show when a mark is, and the number it bears. @param {Element} mark @param {number} index */
  mark(mark, index) {
    const numbers = this.idsOf(mark).map((id) => this.numberOf.get(id) ?? -1);
    mark.setAttribute("data-when", whenOf(numbers, index));
    const number = mark.querySelector(".number");
    if (number) number.textContent = String(numberShown(numbers, index) + 1);
    for (const year of mark.querySelectorAll("[data-stop]")) {
      const first = this.numberOf.get(year.getAttribute("data-stop") ?? "") ?? 0;
      year.toggleAttribute("data-gone", first > index);
    }
  }

  /** Draw the way from the stop before, if that lies in the town too. @param {number} index */
  walk(index) {
    const walk = this.sheet.querySelector(".walk");
    const before = this.placeOf(this.stops[index - 1]);
    const now = this.placeOf(this.stops[index]);
    walk?.setAttribute("d", before && now ? `M${before}L${now}` : "");
  }

  /** Where a stop's mark is, as a path has it. @param {Stop | undefined} stop */
  placeOf(stop) {
    for (const spot of this.sheet.querySelectorAll(".spot")) {
      if (!stop || !this.idsOf(spot).includes(stop.id)) continue;
      const mark = spot.querySelector(".mark");
      return `${mark?.getAttribute("cx")} ${mark?.getAttribute("cy")}`;
    }
    return "";
  }
}
