// The text of the page as the journey finds it: its steps, and where the reader reads.

import { part, partNamed } from "../dom.js";
import { freeAbove } from "./scrolling.js";

/** @typedef {import("../life.js").Life} Life */

const LINE_SHARE = 0.36;
/** Stands behind the text, and tells when it has come. */
const TOLD = "page--told";

/** The steps of the text: what stands before the stops, the stops, what stands after them. */
export class Text {
  /** @param {Life} life */
  constructor(life) {
    this.life = life;
    this.map = part("#page--map");
    /** @type {HTMLElement[]} */
    this.steps = [];
    /** @type {Map<Element, number>} */
    this.orderOf = new Map();
    /** Step that is marked as the current one. */
    this.marked = -1;
    this.isWhole = false;
    /** @type {(() => void)[]} */
    this.waiting = [];
  }

  /** Do something with the text, as soon as it has come whole. @param {() => void} act */
  whenWhole(act) {
    if (this.isWhole) act();
    else this.waiting.push(act);
  }

  /** Wait for the text to come. */
  await() {
    if (document.getElementById(TOLD)) this.complete();
    else document.addEventListener("told", () => this.complete(), { once: true });
  }

  /** Take the text, which has come; a page saved while it ran has its marks of then. */
  complete() {
    for (const step of document.querySelectorAll("main [aria-current]")) {
      step.removeAttribute("aria-current");
    }
    this.steps = [
      part("#page--front"),
      ...this.life.stops.map(({ id }) => partNamed(id)),
      part("#page--end"),
    ];
    this.orderOf = new Map(this.steps.map((step, order) => [step, order - 1]));
    fold();
    this.isWhole = true;
    for (const act of this.waiting.splice(0)) act();
  }

  /** Step before the first stop, of a stop, or after the last. @param {number} index from -1 */
  step(index) {
    return this.steps[index + 1];
  }

  /** Mark a step as the current one. @param {number} index */
  mark(index) {
    this.step(this.marked).removeAttribute("aria-current");
    this.marked = index;
    if (this.life.stops[index]) this.step(index).setAttribute("aria-current", "step");
  }

  /**
   * Element to scroll to. A chapter's heading comes with its first stop, and its plate too, where
   * there is room: the story itself has to be in view, or who goes by steps would never read it.
   * @param {number} index
   */
  target(index) {
    const step = this.step(index);
    const opening = step.previousElementSibling;
    if (!opening?.classList.contains("opening")) return step;
    const told = step.querySelector(".summary") ?? step;
    const end = told.getBoundingClientRect().bottom;
    const bar = Number.parseFloat(getComputedStyle(document.body).paddingBottom) || 0;
    const isRoomFor = (/** @type {Element} */ from) =>
      freeAbove(from) + end - from.getBoundingClientRect().top <= innerHeight - bar;
    return [opening, ...opening.querySelectorAll("h2")].find(isRoomFor) ?? step;
  }

  /** Whether the map stands above the text, not beside it. */
  isUnderMap() {
    return this.map.offsetWidth > innerWidth * 0.9;
  }

  /** Pixels from the top of the view to the reading line. */
  lineOf() {
    const sticks = this.isUnderMap() && getComputedStyle(this.map).position === "sticky";
    const covered = sticks ? this.map.offsetHeight : 0;
    return covered + (innerHeight - covered) * LINE_SHARE;
  }
}

/** Fold what lies under each stop; for those who have no script it was written open. */
function fold() {
  const folds = /** @type {NodeListOf<HTMLDetailsElement>} */ (
    document.querySelectorAll(".stop details.more")
  );
  for (const each of folds) each.open = false;
  document.documentElement.dataset.folded = "true";
}
