// The journey: one current stop, and everything that may change it. It begins before the map is
// there and the text has come: either follows to the current step when it comes.

import { part } from "../dom.js";
import { Band } from "./band.js";
import { listenToClicks, listenToKeys, listenToSwipes } from "./controls.js";
import { stepOfHash, stepOfSliderKey } from "./keys.js";
import { Marks } from "./marks.js";
import { Scroller, watchLine } from "./scrolling.js";
import { Soon } from "./soon.js";
import { Text } from "./text.js";
import { Tour } from "./tour.js";
import { sayStep } from "./words.js";

/** @typedef {import("../life.js").Life} Life */
/** @typedef {import("./scene.js").Scene} Scene */
/**
 * Why the current stop changes.
 * @typedef {"load" | "scroll" | "button" | "key" | "marker" | "axis" | "chapter" | "swipe" | "hash"
 *   | "play"} Cause
 */

/** @type {Cause[]} */
const SILENT = ["scroll", "load"];
/** @type {Cause[]} */
const WANTS_FOCUS = ["key", "button", "chapter", "hash"];

/** The journey through a page that has the article. */
export class Journey {
  /** @param {Life} life */
  constructor(life) {
    this.life = life;
    this.index = -1;
    /** Day that is shown. */
    this.day = "";
    this.scroller = new Scroller();
    this.soon = new Soon();
    this.text = new Text(life);
    this.marks = new Marks(life, this.text);
    this.tour = new Tour(this.text);
    /** The life band, once it has come. @type {Band | null} */
    this.axis = null;
    /** The map and what goes with it, once they are there. @type {Scene | null} */
    this.scene = null;
    /** @type {((scene: Scene) => void)[]} */
    this.waiting = [];
    /** Called when the map is wanted. */
    this.onWanted = () => {};
  }

  get last() {
    return this.life.stops.length - 1;
  }

  /** Whether the page is alive: of one that was cut off on its way, only the text is shown. */
  get isAlive() {
    return document.documentElement.dataset.ready === "true";
  }

  listen() {
    listenToClicks(this);
    listenToKeys(this);
    listenToSwipes(this);
  }

  /** Do something with the map, as soon as it is there. @param {(scene: Scene) => void} act */
  whenMapped(act) {
    if (this.scene) return act(this.scene);
    this.waiting.push(act);
    this.onWanted();
  }

  /** Take the map on the journey. @param {Scene} scene */
  receive(scene) {
    this.scene = scene;
    scene.show("load");
    document.documentElement.dataset.mapped = "true";
    for (const act of this.waiting.splice(0)) act(scene);
  }

  /**
   * Whether the page is still being laid out around the place where it was opened or brought to.
   */
  isSettling() {
    return !document.documentElement.dataset.laid && !this.scroller.isTouched;
  }

  /** Bring the focus along, unless the reader holds a control that will be wanted again. */
  focus() {
    const held = document.activeElement;
    if (held && (this.text.map.contains(held) || held.closest("dialog"))) return;
    const step = this.text.step(this.index);
    step.tabIndex = -1;
    step.focus({ preventScroll: true });
  }

  /** Day that a step shows unless it is told another. */
  dayOf() {
    const { stops } = this.life;
    const stop = stops[this.index];
    if (stop) return stop.start_date;
    return this.index < 0 ? stops[0].start_date : stops[this.last].end_date;
  }

  /**
   * Make a step the current one. Every trigger comes here.
   * @param {number} to -1 before the first stop, `stops.length` after the last
   * @param {Cause} cause
   * @param {string} [day] day to show, where it is not the first of the stay
   */
  goTo(to, cause, day) {
    if (!this.isAlive) return;
    if (cause !== "play") this.scene?.player.pause();
    if (!this.tour.has(to, this.last)) this.tour.set(false);
    const from = this.index;
    this.index = Math.max(-1, Math.min(this.last + 1, to));
    const stop = this.life.stops[this.index];
    const isNew = this.index !== from || cause === "load";
    const { dataset } = document.documentElement;
    dataset.at = stop ? "stop" : this.index < 0 ? "opening" : "ending";
    if (isNew) this.tell(cause);
    this.day = day ?? this.dayOf();
    this.marks.date(this.index, this.day);
    // now, or it would undo an address that is asked for meanwhile
    if (cause !== "load" || stop) this.marks.address(this.index);
    const { index } = this;
    this.text.whenWhole(() => this.bring(index, cause, isNew));
    if (cause !== "load" && !dataset.drawn) dataset.waits = "true"; // the plate stands until then
    if (!this.scene && stop) this.onWanted();
    // text and band have answered; the map may take its time
    this.soon.call(() => this.scene?.show(cause));
  }

  /** Say which step has become the current one. @param {Cause} cause */
  tell(cause) {
    this.marks.move(this.index);
    this.place();
    if (!SILENT.includes(cause)) part("#page--said").textContent = sayStep(this.life, this.index);
  }

  /** Show the current step on the band. */
  place() {
    const { index, life } = this;
    const stop = life.stops[index];
    const words = stop ? `${stop.date_text}, ${stop.name_then}` : sayStep(life, index);
    this.axis?.show(index, words);
  }

  /** Take the band, once it has come: not in the first frame, which has the title to paint. */
  takeBand() {
    if (!document.querySelector(".axis .handle")) {
      requestAnimationFrame(() => this.takeBand());
      return;
    }
    const axis = new Band(this.life, {
      onSeek: (stop, day) => this.goTo(stop, "axis", day),
      onKey: (key) => this.slide(key),
    });
    this.axis = axis;
    this.place();
    axis.draw();
    if (document.fonts?.status === "loading") document.fonts.ready.then(() => axis.draw());
  }

  /**
   * Bring the text to a step.
   * @param {number} index
   * @param {Cause} cause
   * @param {boolean} isNew whether it has just become the current one
   */
  bring(index, cause, isNew) {
    this.text.mark(index);
    const isTurned = cause === "load" ? index >= 0 : !SILENT.includes(cause);
    if (isTurned && (isNew || cause !== "axis")) {
      const target = index < 0 ? document.body : this.text.target(index);
      this.scroller.to(target, cause !== "axis" && cause !== "load");
    }
    if (WANTS_FOCUS.includes(cause)) this.focus();
  }

  /** Step beside the current one, on the way that the reader takes. @param {number} by 1 or -1 */
  beside(by) {
    return this.tour.beside(this.index, by, this.last);
  }

  /** Answer a key on the slider. @param {string} key */
  slide(key) {
    const to = stepOfSliderKey(key, this.index, this.life);
    if (to !== null) this.goTo(to, "axis");
    return to !== null;
  }

  /** Follow the reader who scrolls. */
  follow() {
    const { text, scroller } = this;
    return watchLine(
      text.steps,
      () => text.lineOf(),
      (step) => {
        const to = text.orderOf.get(step) ?? -1;
        if (!scroller.isMoving && !this.isSettling() && to !== this.index) this.goTo(to, "scroll");
      },
    );
  }

  /** Open the page where its address says. */
  open() {
    new Soon().call(() => this.takeBand());
    this.goTo(stepOfHash(location.hash, this.life) ?? -1, "load");
    this.text.await();
    // a page without its end is too short for the last stops
    addEventListener("DOMContentLoaded", () => this.scroller.hold());
    this.text.whenWhole(() => {
      // the page's own type has other widths
      document.fonts?.ready.then(() => this.scroller.hold());
      requestAnimationFrame(() => {
        this.onSize = this.follow();
      });
    });
  }

  /** Do what a change of the size asks for. */
  onSize() {}
}
