// The names on a town's plan: never smaller than can be read, and none on another.

import { joinBoxes } from "../map/boxes.js";
import { growthAt, movesOf, shiftInto, takeBox } from "./room.js";

/** @typedef {import("../map/boxes.js").Box} Box */
/** @typedef {import("./room.js").Point} Point */
/** @typedef {import("./room.js").Taken} Taken */
/** @typedef {{ at: Point, isSigned: boolean, letters: DOMRect | null }} Measured in units */

const MARK = 8.5; // units around the middle of a mark
const DOT = 4; // of one that has no room for its number
const PIECE = 3; // units of a way
const [ABOVE, BELOW] = [2, 0.5]; // units of a line that its letters leave free

/**
 * What a group grows from, and the box of its letters. To read them makes the browser lay out the
 * plan, so all are read before anything is written.
 * @param {Element} group
 * @returns {Measured}
 */
function measure(group) {
  const text = /** @type {SVGTextElement | null} */ (
    group.matches("text") ? group : group.querySelector("text:not(.number)")
  );
  const letters = text?.getBBox() ?? null;
  const sign = /** @type {SVGGraphicsElement | null} */ (group.querySelector("circle, path"));
  if (sign) {
    const { x, y, width, height } = sign.getBBox();
    return { at: { x: x + width / 2, y: y + height / 2 }, isSigned: true, letters };
  }
  const [x, y] = ["x", "y"].map((name) => Number(text?.getAttribute(name)));
  return { at: { x, y }, isSigned: false, letters };
}

/** @param {Element} element @param {Point} from @param {number} by */
function grow(element, { x, y }, by) {
  element.setAttribute("transform", `matrix(${by} 0 0 ${by} ${x * (1 - by)} ${y * (1 - by)})`);
}

/** @param {Point} at @param {number} half @returns {Box} */
const around = ({ x, y }, half) => [x - half, y - half, x + half, y + half];

/**
 * The box of the letters of a name that has grown.
 * @param {DOMRect} letters
 * @param {Point} from
 * @param {number} by
 * @returns {Box}
 */
function boxOfLetters({ x, y, width, height }, from, by) {
  const grown = (/** @type {number} */ value, /** @type {number} */ at) => at + (value - at) * by;
  return [
    grown(x, from.x),
    grown(y + ABOVE, from.y),
    grown(x + width, from.x),
    grown(y + height - BELOW, from.y),
  ];
}

/** Draws the signs and names of a plan at a size. */
class Lettering {
  /** @param {SVGSVGElement} plan @param {number} by */
  constructor(plan, by) {
    this.plan = plan;
    this.by = by;
    const { width, height } = plan.viewBox.baseVal;
    /** @type {Box} */
    this.frame = [3, 3, width - 9, height - 9];
    /** @type {Taken[]} */
    this.taken = [];
    for (const each of this.all("[data-close]")) each.removeAttribute("data-close");
    const groups = this.all(".spot, .lettering > g, .scale text");
    /** @type {Map<Element, Measured>} */
    this.measured = new Map(groups.map((group) => [group, measure(group)]));
    /** Marks of the stays so far, the latest first. */
    this.spots = this.all('.spot:not([data-when="later"])').reverse();
  }

  /** @param {string} selector */
  all(selector) {
    return [...this.plan.querySelectorAll(selector)];
  }

  /** @param {Element} group */
  of(group) {
    return /** @type {Measured} */ (this.measured.get(group));
  }

  grow() {
    for (const [group, { at, letters }] of this.measured) {
      grow(group, at, this.by);
      const isScale = group.matches(".scale text");
      if (isScale && letters) this.taken.push({ box: boxOfLetters(letters, at, this.by) });
    }
  }

  /** Marks that would lie on others become dots without a number, where they are. */
  mark() {
    for (const spot of this.spots) {
      const { at } = this.of(spot);
      const box = around(at, MARK * this.by);
      const isFree = takeBox({ box, of: spot }, this.taken, around(at, Infinity));
      spot.toggleAttribute("data-close", !isFree);
      if (!isFree) this.taken.push({ box: around(at, DOT * this.by), of: spot });
    }
  }

  /** The current stay is named always, the others where there is room, the latest first. */
  name() {
    for (const spot of this.spots) {
      const { at, letters } = this.of(spot);
      const name = spot.querySelector(".name");
      if (!name || !letters) continue;
      const isNow = spot.getAttribute("data-when") === "now";
      const box = boxOfLetters(letters, at, this.by);
      const moved = (isNow ? movesOf(box, at) : [[0, 0]]).map(([x, y]) =>
        isNow ? this.inside(box, x, y) : { x, y, box },
      );
      const found = moved.find((to) => takeBox({ box: to.box, of: spot }, this.taken, this.frame));
      const { x, y, box: own } = found ?? moved[0];
      name.setAttribute("transform", `translate(${x / this.by} ${y / this.by})`);
      if (isNow && !found) this.taken.push({ box: own, of: spot });
      name.toggleAttribute("data-close", !found && !isNow);
      this.lead(spot, !found && !isNow);
    }
  }

  /**
   * A box that was moved, and then into the frame.
   * @param {Box} box
   * @param {number} x
   * @param {number} y
   */
  inside([west, north, east, south], x, y) {
    const [left, top, right, bottom] = this.frame;
    const dx = x + shiftInto([west + x, east + x], [left, right]);
    const dy = y + shiftInto([north + y, south + y], [top, bottom]);
    /** @type {Box} */
    const box = [west + dx, north + dy, east + dx, south + dy];
    return { x: dx, y: dy, box };
  }

  /** Names keep off the way that was just gone. */
  walk() {
    const way = this.plan.querySelector(".walk")?.getAttribute("d") ?? "";
    const [x0, y0, x1, y1] = (way.match(/-?[\d.]+/g) ?? []).map(Number);
    if (y1 === undefined) return;
    const pieces = Math.ceil(Math.hypot(x1 - x0, y1 - y0) / PIECE);
    for (let piece = 0; piece <= pieces; piece++) {
      const share = piece / pieces;
      const at = { x: x0 + share * (x1 - x0), y: y0 + share * (y1 - y0) };
      this.taken.push({ box: around(at, PIECE / 2) });
    }
  }

  /** The line from a mark to a name that stands apart. @param {Element} spot @param {boolean} no */
  lead(spot, no) {
    const stops = spot.getAttribute("data-stops");
    for (const leader of this.all(`.leader [data-stops="${stops}"]`)) {
      grow(leader, this.of(spot).at, this.by);
      leader.toggleAttribute("data-close", no);
    }
  }

  /** Landmarks are named where there is room. */
  sign() {
    for (const sign of this.all(".lettering > g:not([data-gone])")) {
      const { at, isSigned, letters } = this.of(sign);
      if (!letters) continue;
      const own = boxOfLetters(letters, at, this.by);
      const box = isSigned ? joinBoxes(own, around(at, DOT * this.by)) : own;
      sign.toggleAttribute("data-close", !takeBox({ box }, this.taken, this.frame));
    }
  }
}

/**
 * Let the signs and names of a plan grow where it is small, and leave out those that would then
 * lie on others.
 * @param {SVGSVGElement} plan whose marks say when they are
 * @param {number} scale pixels in a unit
 */
export function letterPlan(plan, scale) {
  const lettering = new Lettering(plan, growthAt(scale));
  lettering.grow();
  lettering.mark();
  lettering.walk();
  lettering.name();
  lettering.sign();
}
