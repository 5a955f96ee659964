// Lays out the text that was left for later, without moving what is read.

import { part } from "../dom.js";
import { whenIdle } from "./soon.js";

/** @typedef {import("./journey.js").Journey} Journey */

const LAID_AT_ONCE = 6;
/** Pixels from the line at which something read is looked for, where the line lies between two. */
const NEAR_LINE = [0, 14, -14, 40, -40, 100, -100];
const READ = ".stop, .opening, .sources li, .colophon > *";

/**
 * What stands on the reading line or near it, among the sources too, or else the current step.
 * @param {Journey} journey
 * @returns {Element}
 */
function placeRead({ text, index }) {
  const { left, width } = part("#page--story").getBoundingClientRect();
  const line = text.lineOf();
  for (const away of NEAR_LINE) {
    const found = document.elementFromPoint(left + width / 2, line + away)?.closest(READ);
    if (found) return found;
  }
  return text.step(index);
}

/**
 * Return what does something that may move the text: the stop that the page was brought to stays
 * where it was put, or else what the reader sees. Browsers that would see to it themselves, but
 * not for changes of this kind, are asked not to by the style sheet.
 * @param {Journey} journey
 * @returns {(act: () => void) => void}
 */
export function placeKeeper(journey) {
  let owed = 0; // of a pixel: some browsers scroll by whole ones, and parts would add up
  return (act) => {
    const place = placeRead(journey);
    const top = () => place.getBoundingClientRect().top;
    const wanted = top() - owed;
    act();
    owed = 0;
    if (journey.scroller.hold()) return;
    const moved = top() - wanted;
    if (!moved || !scrollY) return;
    scrollBy({ top: moved, behavior: "instant" });
    const left = top() - wanted;
    owed = Math.abs(left) < 1 ? left : 0;
  };
}

/**
 * Lay out the stops that the style sheet has left for later, some in each idle moment.
 * @param {Element[]} parts in the order of the page
 * @param {(act: () => void) => void} keepPlace does something and keeps what the reader sees
 * @returns {Promise<void>} settled when all are laid out
 */
export function layOutLater(parts, keepPlace) {
  return new Promise((done) => {
    const next = () => {
      const some = parts.splice(0, LAID_AT_ONCE);
      if (!some.length) return done();
      keepPlace(() => {
        for (const part of some) part.classList.add("laid");
      });
      whenIdle(next);
    };
    whenIdle(next);
  });
}
