// The short way through a life: its stops alone, until the reader leaves it.

import { part } from "../dom.js";

/** @typedef {import("./text.js").Text} Text */

/** The stops that a reader goes by: all of them, or those of the short way. */
export class Tour {
  /** @param {Text} text */
  constructor(text) {
    /** @type {number[]} indices of the stops of the short way */
    this.short = [];
    text.whenWhole(() => {
      this.short = text.steps.flatMap((step, at) =>
        step.classList.contains("short") ? [at - 1] : [],
      );
    });
    this.isOn = false;
  }

  /**
   * Whether a step may be gone to without leaving the way.
   * @param {number} index
   * @param {number} last
   */
  has(index, last) {
    return !this.isOn || index < 0 || index > last || this.short.includes(index);
  }

  /**
   * Step beside another on the way.
   * @param {number} index
   * @param {number} by 1 or -1
   * @param {number} last index of the last stop
   */
  beside(index, by, last) {
    if (!this.isOn) return index + by;
    const way = [-1, ...this.short, last + 1];
    return by > 0
      ? (way.find((at) => at > index) ?? last + 1)
      : (way.findLast((at) => at < index) ?? -1);
  }

  /** Take the short way, or leave it. @param {boolean} isOn */
  set(isOn) {
    this.isOn = isOn;
    if (isOn) document.documentElement.dataset.tour = "short";
    else delete document.documentElement.dataset.tour;
    const button = document.querySelector("[data-act=short]");
    button?.setAttribute("aria-pressed", String(isOn));
    part("#page--said").textContent = isOn ? "The short way" : "The whole life";
  }
}
