// The legend: of frontiers it lists what is in view, and the route stands beside it, not under it.

import { part, partOf } from "../dom.js";
import { sayUnknown } from "../map/atlas_file.js";
import { fluxOn } from "./words.js";

/** @typedef {import("../map/map.js").Drawing} Drawing */

/** Keeps the open legend in step with the map. */
export class Legend {
  /**
   * @param {L.Map} map
   * @param {Drawing} drawing
   * @param {[string, string, string][]} flux days when frontiers were in flux, and a sentence
   * @param {() => void} onToggle
   */
  constructor(map, drawing, flux, onToggle) {
    this.flux = flux;
    this.element = partOf(".legend", HTMLDetailsElement);
    this.drawing = drawing;
    this.element.addEventListener("toggle", () => {
      this.update();
      onToggle();
    });
    map.on("moveend", () => this.update());
  }

  /** Say what is uncertain on a day, and list what is in view. @param {string} day YYYY-MM-DD */
  date(day) {
    const sentence = sayUnknown(day) || fluxOn(this.flux, day);
    const said = part(".flux");
    said.textContent = sentence;
    said.hidden = !sentence;
    this.update();
  }

  /** Pixels at the right of the map that it takes, open. */
  get room() {
    if (!this.element.open) return 0;
    const [own, stage] = [this.element, part(".stage")].map((each) => each.getBoundingClientRect());
    const isOver = own.top < stage.bottom && own.bottom > stage.top && own.left < stage.right;
    return isOver ? stage.right - own.left : 0;
  }

  /** List what is in view; a closed legend can wait. */
  update() {
    const signs = this.element.open ? this.drawing.signs() : null;
    if (!signs) return;
    for (const [name, isThere] of Object.entries(signs)) {
      part(`.legend [data-sign="${name}"]`).hidden = !isThere;
    }
    part(".legend .frontiers").hidden = !Object.values(signs).includes(true);
  }
}
