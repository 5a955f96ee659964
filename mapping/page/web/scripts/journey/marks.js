// Marks of the current step: in the strip, the title, the address, and over the map.

import { part } from "../dom.js";
import { sayNumbers, sayPassed, spanOf, yearsOf } from "./words.js";

/** @typedef {import("../life.js").Life} Life */
/** @typedef {import("./text.js").Text} Text */

/** Shows which step is the current one. */
export class Marks {
  /** @param {Life} life @param {Text} text */
  constructor(life, text) {
    this.life = life;
    this.pageTitle = document.title;
    /** Chapter of the current stop. @type {string | undefined} */
    this.chapter = undefined;
    /** Links to chapters: first of the strip, then those in the text too. */
    this.links = linksToChapters();
    text.whenWhole(() => {
      this.links = linksToChapters();
      this.markLinks();
    });
  }

  /** Mark the step in strip and title. @param {number} index */
  move(index) {
    const { life } = this;
    const stop = life.stops[index];
    this.chapter = stop && life.chapters[stop.chapter].id;
    this.markLinks();
    document.title = stop ? `${stop.name_then}, ${yearsOf(stop)} – ${life.title}` : this.pageTitle;
  }

  markLinks() {
    for (const link of this.links) {
      if (link.dataset.chapter === this.chapter) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  }

  /** Keep the address on the step, without filling the Back button. @param {number} index */
  address(index) {
    const stop = this.life.stops[index];
    const hash = stop ? `#${stop.id}` : "";
    if (location.hash === hash || (!hash && !location.hash)) return;
    try {
      const url = new URL(location.href);
      url.hash = hash;
      history.replaceState(history.state, "", url);
    } catch {
      // some frames have no address that may be changed
    }
  }

  /** Say the date and its state over the map. @param {number} index @param {string} day */
  date(index, day) {
    const stop = this.life.stops[index];
    const state = stop?.country_then ?? stop?.polity?.name;
    part(".year").textContent = stop ? String(Number(day.slice(0, 4))) : spanOf(this.life);
    part(".polity").textContent = stop ? [stop.label, state].join(" · ") : "";
    part(".sum").textContent = stop ? sayNumbers(stop) : "";
    part(".passed").textContent = stop ? sayPassed(stop) : "";
  }
}

/** @returns {NodeListOf<HTMLElement>} */
function linksToChapters() {
  return document.querySelectorAll("[data-chapter]");
}
