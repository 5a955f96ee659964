// The map's place on the page: its size, its colours, whether it fills the view.

import { part } from "../dom.js";

/** @typedef {import("./scene.js").Scene} Scene */

/** Keeps the drawing in step with the room it has. */
export class Stage {
  /** @param {Scene} scene */
  constructor(scene) {
    this.scene = scene;
    this.element = part("#page--map .stage");
    this.map = part("#page--map");
  }

  /** Whether a thumb on the map moves the map. */
  isDragged() {
    return this.isLarge() || this.scene.map.dragging.enabled();
  }

  isLarge() {
    return this.map.classList.contains("large");
  }

  /** Give the map the whole view, or take it back. @param {boolean} wanted */
  enlarge(wanted) {
    this.map.classList.toggle("large", wanted);
    part("[data-act=enlarge]").setAttribute("aria-pressed", String(wanted));
    for (const other of [part("#page--front"), part("#page--story"), part(".matter")])
      other.inert = wanted;
    this.redraw();
  }

  /**
   * A thumb on the small map scrolls the page or swipes to the next stop; it pans the large one.
   */
  holdThumb() {
    const { map, journey } = this.scene;
    const isCoarse = matchMedia("(pointer: coarse)").matches;
    if (isCoarse && journey.text.isUnderMap() && !this.isLarge()) map.dragging.disable();
    else map.dragging.enable();
  }

  redraw() {
    this.holdThumb();
    this.scene.drawing.resize();
    this.scene.journey.axis?.draw();
    this.scene.frame(false);
  }

  /** Draw anew when the size or the colours change. */
  watch() {
    const { element, scene } = this;
    const { journey } = scene;
    let { clientWidth: width, clientHeight: height } = element;
    this.holdThumb();
    new ResizeObserver(() => {
      // the first call only tells the size that is known
      if (element.clientWidth === width && element.clientHeight === height) return;
      this.redraw();
      journey.onSize();
      // turned or zoomed, the text flows anew: the reader keeps the place
      if (element.clientWidth !== width && journey.life.stops[journey.index]) {
        journey.scroller.to(journey.text.step(journey.index), false);
      }
      ({ clientWidth: width, clientHeight: height } = element);
    }).observe(element);
    for (const query of ["(prefers-color-scheme: dark)", "(forced-colors: active)"]) {
      matchMedia(query).addEventListener("change", () => {
        scene.drawing.restyle();
      });
    }
  }
}
