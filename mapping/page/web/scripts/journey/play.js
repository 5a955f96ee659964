// Lets the life run by itself, until the reader touches the page.

import { hitBy, part } from "../dom.js";

/**
 * Milliseconds that play stays at a stop: longer where there is more to read.
 * @param {number} letters of its quote or summary
 */
export function paceOf(letters) {
  return Math.round(Math.min(9000, 4200 + 18 * letters));
}

/** Runs the life. */
export class Player {
  /**
   * @param {() => number | null} forward goes one step on; gives the letters to read there, null
   * at the end
   */
  constructor(forward) {
    this.forward = forward;
    this.timer = 0;
    this.isPlaying = false;
    this.button = part("[data-act=play]");
    const pause = (/** @type {Event} */ event) => {
      // any touch of the reader stops the run, but for the button that does so itself
      if (!hitBy(event, "[data-act=play]")) this.pause();
    };
    for (const type of ["pointerdown", "wheel", "keydown", "touchstart"]) {
      document.addEventListener(type, pause, { capture: true, passive: true });
    }
    document.addEventListener("visibilitychange", () => {
      if (document.hidden) this.pause();
    });
  }

  toggle() {
    if (this.isPlaying) this.pause();
    else this.play();
  }

  play() {
    this.isPlaying = true;
    this.button.dataset.playing = "true";
    this.button.setAttribute("aria-label", "Pause the journey");
    const next = () => {
      const letters = this.forward();
      if (letters === null) this.pause();
      else this.timer = setTimeout(next, paceOf(letters));
    };
    next();
  }

  pause() {
    clearTimeout(this.timer);
    if (!this.isPlaying) return;
    this.isPlaying = false;
    delete this.button.dataset.playing;
    this.button.setAttribute("aria-label", "Play the journey");
  }
}
