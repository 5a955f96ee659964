// Lets the life run by itself, until the reader touches the page.

import { hitBy, part } from "../dom.js";

/**
 * Milliseconds that play stays at a stop: longer where there is more to read.
 * @param {number} letters of its quote or summary
 */
export function paceOf(letters) {
  return Math.round(Math.min(9000, 4200 + 18 * letters));
}

/** How fast a reader may let the life run. */
const SPEEDS = [1, 1.5, 2.5];

/** "9 min", of milliseconds. @param {number} ms */
export function sayMinutes(ms) {
  return `${Math.max(1, Math.round(ms / 60000))} min`;
}

/** Runs the life. */
export class Player {
  /**
   * @param {() => number | null} forward goes one step on; gives the letters to read there, null
   * at the end
   * @param {() => number} left milliseconds that are left at the usual speed
   */
  constructor(forward, left) {
    this.forward = forward;
    this.left = left;
    this.speed = SPEEDS[0];
    this.timer = 0;
    this.isPlaying = false;
    this.button = part("[data-act=play]");
    const pause = (/** @type {Event} */ event) => {
      // any touch of the reader stops the run, but for the button that does so itself
      if (!hitBy(event, "[data-act=play], [data-act=pace]")) this.pause();
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
      else this.timer = setTimeout(next, paceOf(letters) / this.speed);
      this.tell();
    };
    next();
  }

  /** Take the next speed; the last is followed by the first. */
  hurry() {
    this.speed = SPEEDS[(SPEEDS.indexOf(this.speed) + 1) % SPEEDS.length];
    this.tell();
  }

  /** Say the speed, and how long it is to the end. */
  tell() {
    const left = this.isPlaying ? `, ${sayMinutes(this.left() / this.speed)}` : "";
    const button = part("[data-act=pace]");
    button.textContent = `${this.speed}×${left}`;
    button.setAttribute("aria-label", `Speed of play: ${this.speed}×${left && `${left} left`}`);
  }

  pause() {
    clearTimeout(this.timer);
    if (!this.isPlaying) return;
    this.isPlaying = false;
    delete this.button.dataset.playing;
    this.button.setAttribute("aria-label", "Play the journey");
    this.tell();
  }
}
