// The text of the page as the journey finds it: its steps, what they say, where the reader reads.

import { part, partNamed } from "../dom.js";

/** @typedef {import("../life.js").Life} Life */
/** @typedef {import("./scrolling.js").Scroller} Scroller */

const LINE_SHARE = 0.36;
/** Pixels from the line at which something read is looked for, where the line lies between two. */
const NEAR_LINE = [0, 14, -14, 40, -40, 100, -100];
const READ = ".stop, .opening, .sources li, .colophon > *";

/** Where an article says each field of its stop. */
const TEXTS = {
  title: "h3",
  summary: ".summary",
  companions: ".companions",
  works: ".works",
  quote: "blockquote",
  correction: ".correction",
  note: ".note",
};

/**
 * Texts that an article says, by the field they come from.
 * @param {Element} article
 * @returns {Record<string, string>}
 */
export function textsOf(article) {
  const found = Object.entries(TEXTS).map(([field, at]) => {
    const element = article.querySelector(at);
    const term = element?.querySelector("i")?.textContent;
    return [field, element?.textContent?.slice(term ? term.length + 1 : 0)];
  });
  return Object.fromEntries(found.filter(([, text]) => text));
}

/** The steps of the text: what stands before the stops, the stops, what stands after them. */
export class Text {
  /** @param {Life} life @param {Scroller} scroller */
  constructor(life, scroller) {
    this.scroller = scroller;
    this.map = part("#page--map");
    this.stage = part("#page--map .stage");
    /** @type {HTMLElement[]} */
    this.steps = [
      part("#page--front"),
      ...life.stops.map(({ id }) => partNamed(id)),
      part("#page--end"),
    ];
    /** @type {Map<Element, number>} */
    this.orderOf = new Map(this.steps.map((step, order) => [step, order - 1]));
  }

  /** Step before the first stop, of a stop, or after the last. @param {number} index from -1 */
  step(index) {
    return this.steps[index + 1];
  }

  /** Element to scroll to: a chapter's heading comes with its first stop. @param {number} index */
  target(index) {
    const step = this.step(index);
    const before = step.previousElementSibling;
    return before?.classList.contains("opening") ? before : step;
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

  /**
   * What stands on the reading line or near it, among the sources too, or else a step.
   * @param {number} index
   * @returns {Element}
   */
  placeRead(index) {
    const { left, width } = part("#page--story").getBoundingClientRect();
    const line = this.lineOf();
    for (const away of NEAR_LINE) {
      const found = document.elementFromPoint(left + width / 2, line + away)?.closest(READ);
      if (found) return found;
    }
    return this.step(index);
  }

  /**
   * Do something that may move the text: the stop that the page was brought to stays where it was
   * put, or else what the reader sees. Browsers that would see to it themselves, but not for
   * changes of this kind, are asked not to by the style sheet.
   * @param {number} index current step
   * @param {() => void} act
   */
  keepPlace(index, act) {
    const place = this.placeRead(index);
    const before = place.getBoundingClientRect().top;
    act();
    if (this.scroller.hold()) return;
    const moved = place.getBoundingClientRect().top - before;
    if (moved && scrollY) scrollBy({ top: moved, behavior: "instant" });
  }
}
