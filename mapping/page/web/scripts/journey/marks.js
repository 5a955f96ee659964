// Marks of the current step: in the text, the strip, the title, the address, and over the map.

import { part } from "../dom.js";
import { sayUnknown } from "../map/atlas_file.js";
import { fluxOn, sayNumbers, sayPassed, spanOf, yearsOf } from "./words.js";

/** @typedef {import("../life.js").Life} Life */
/** @typedef {import("./text.js").Text} Text */

/** Shows which step is the current one. */
export class Marks {
  /** @param {Life} life @param {Text} text @param {[string, string, string][]} flux */
  constructor(life, text, flux) {
    this.life = life;
    this.text = text;
    this.flux = flux;
    this.pageTitle = document.title;
    /** Links to chapters. @type {NodeListOf<HTMLElement>} */
    this.strip = document.querySelectorAll("[data-chapter]");
  }

  /** Mark the step in text, strip and title. @param {number} from @param {number} index */
  move(from, index) {
    const { life, text } = this;
    text.step(from)?.removeAttribute("aria-current");
    const stop = life.stops[index];
    if (stop) text.step(index).setAttribute("aria-current", "step");
    const id = stop && life.chapters[stop.chapter].id;
    for (const link of this.strip) {
      if (link.dataset.chapter === id) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
    document.title = stop ? `${stop.name_then}, ${yearsOf(stop)} – ${life.title}` : this.pageTitle;
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
    const sentence = sayUnknown(day) || fluxOn(this.flux, day);
    const flux = part(".flux");
    flux.textContent = sentence;
    flux.hidden = !sentence;
  }
}
