// The journey: one current stop, and everything that may change it.

import { part } from "../dom.js";
import { createDrawing } from "../map/map.js";
import { watchPlates } from "../plate/plates.js";
import { Inset } from "../town/inset.js";
import { Band } from "./band.js";
import { listenToClicks, listenToKeys, listenToSwipes } from "./controls.js";
import { Finder } from "./find.js";
import { foldStops } from "./folds.js";
import { listenToTerms } from "./gloss.js";
import { stepOfHash, stepOfSliderKey } from "./keys.js";
import { Legend } from "./legend.js";
import { Locator } from "./locator.js";
import { Marks } from "./marks.js";
import { Player, paceOf } from "./play.js";
import { layOutLater, Scroller, watchLine } from "./scrolling.js";
import { addActions, Share, watchMenu } from "./share.js";
import { Stage } from "./stage.js";
import { Text } from "./text.js";
import { Tour } from "./tour.js";
import { sayStep } from "./words.js";

/** @typedef {import("../life.js").Life} Life */
/** @typedef {import("../map/atlas_file.js").AtlasFile} AtlasFile */
/** @typedef {import("../map/map.js").Layers} Layers */
/**
 * Why the current stop changes.
 * @typedef {"load" | "scroll" | "button" | "key" | "marker" | "axis" | "chapter" | "swipe" | "hash"
 *   | "play"} Cause
 */

const FRAME_DELAY_MS = 140;
/** @type {Cause[]} */
const SILENT = ["scroll", "load"];
/** @type {Cause[]} */
const WANTS_FOCUS = ["key", "button", "chapter", "hash"];

/** The journey through a page that has the article. */
export class Journey {
  /** @param {L.Map} map @param {AtlasFile} atlas @param {Life} life @param {Layers} layers */
  constructor(map, atlas, life, layers) {
    this.map = map;
    this.life = life;
    this.index = -1;
    this.frameTimer = 0;
    this.scroller = new Scroller();
    this.text = new Text(life, this.scroller);
    this.marks = new Marks(life, this.text, atlas.flux ?? []);
    this.share = new Share(life);
    this.player = new Player(
      () => this.forward(),
      () => this.playLeft(),
    );
    this.tour = new Tour(this.text);
    this.stage = new Stage(this);
    this.inset = new Inset(life.stops);
    this.drawing = createDrawing(map, atlas, layers, {
      onSelect: (stop) => this.goTo(stop, "marker"),
      onShown: () => this.finish(),
    });
    this.axis = new Band(life, {
      onSeek: (stop, day) => this.goTo(stop, "axis", day),
      onKey: (key) => this.slide(key),
    });
    this.finder = new Finder(this);
    this.legend = new Legend(map, this.drawing, () => this.frame(true));
    this.locator = new Locator(map, atlas, life.stops);
  }

  get last() {
    return this.life.stops.length - 1;
  }

  /** Lay out the rest of the text, now that the map is drawn. */
  finish() {
    const { dataset } = document.documentElement;
    dataset.drawn = "true";
    const isLong = document.body.classList.contains("long");
    const later = isLong ? [] : [...document.querySelectorAll(".stop, .matter")];
    layOutLater(later, (act) => this.text.keepPlace(this.index, act)).then(() => {
      dataset.laid = "true";
    });
  }

  /**
   * Whether the page is still being laid out around the place where it was opened or brought to.
   */
  isSettling() {
    return !document.documentElement.dataset.laid && !this.scroller.isTouched;
  }

  /** Move the camera to the current step. @param {boolean} animate */
  frame(animate) {
    const [clock, town] = [".clock", ".inset"].map((name) => part(name).getBoundingClientRect());
    const isBeside = !this.text.isUnderMap();
    const right = this.legend.room;
    // a plan that leaves a part of the map free; on a phone it covers all of it
    const left = town.width < innerWidth * 0.7 ? town.width : 0;
    const padding = isBeside ? { top: clock.height * 0.5, left, right } : { left, right };
    this.drawing.frame(this.life.stops[this.index] ? this.index : null, { animate, padding });
  }

  /** Bring the focus along, unless the reader holds a control that will be wanted again. */
  focus() {
    const held = document.activeElement;
    if (held && (this.text.map.contains(held) || this.share.dialog.open)) return;
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
    if (cause !== "play") this.player.pause();
    if (!this.tour.has(to, this.last)) this.tour.set(false);
    const from = this.index;
    this.index = Math.max(-1, Math.min(this.last + 1, to));
    const stop = this.life.stops[this.index];
    const isNew = this.index !== from || cause === "load";
    document.documentElement.dataset.at = stop ? "stop" : this.index < 0 ? "opening" : "ending";
    if (isNew) this.tell(from, cause);
    const shown = day ?? this.dayOf();
    this.marks.date(this.index, shown);
    this.drawing.setDate(shown);
    this.legend.update();
    if (cause !== "load" || stop) this.marks.address(this.index);
    if (!SILENT.includes(cause) && (isNew || cause !== "axis")) {
      const target = this.index < 0 ? document.body : this.text.target(this.index);
      this.scroller.to(target, cause !== "axis");
    }
    if (WANTS_FOCUS.includes(cause)) this.focus();
    if (isNew || cause === "button" || cause === "key") this.travel(cause);
  }

  /** Say which step has become the current one. @param {number} from @param {Cause} cause */
  tell(from, cause) {
    const stop = this.life.stops[this.index];
    const words = sayStep(this.life, this.index);
    this.marks.move(from, this.index);
    this.inset.show(this.index);
    this.axis.show(this.index, stop ? `${stop.date_text}, ${stop.name_then}` : words);
    if (!SILENT.includes(cause)) part("#page--said").textContent = words;
  }

  /** Bring the map to the current step. @param {Cause} cause */
  travel(cause) {
    clearTimeout(this.frameTimer);
    const show = (/** @type {boolean} */ animate) => {
      this.drawing.show(this.life.stops[this.index] ? this.index : null);
      this.locator.show(this.index);
      this.frame(animate);
    };
    if (cause === "load") return show(false);
    // a reader who scrolls past ten stops wants one flight, to the tenth
    const delay = cause === "scroll" || cause === "axis" ? FRAME_DELAY_MS : 0;
    this.frameTimer = setTimeout(() => show(true), delay);
  }

  /** Go one step on by play; give the letters to read there, or null at the end. */
  forward() {
    this.goTo(this.index > this.last ? 0 : this.beside(1), "play");
    if (this.index > this.last) return null;
    return this.lettersOf(this.index);
  }

  /** Step beside the current one, on the way that the reader takes. @param {number} by 1 or -1 */
  beside(by) {
    return this.tour.beside(this.index, by, this.last);
  }

  /** Milliseconds of play from the current step to the end of the way. */
  playLeft() {
    let left = 0;
    for (let at = this.index; at <= this.last; at = this.tour.beside(at, 1, this.last)) {
      if (at >= 0) left += paceOf(this.lettersOf(at));
    }
    return left;
  }

  /** Letters to read at a step. @param {number} index */
  lettersOf(index) {
    const text = this.text.step(index).querySelector("blockquote, .summary");
    return text?.textContent?.length ?? 0;
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
    requestAnimationFrame(() => this.axis.draw());
    const opening = stepOfHash(location.hash, this.life) ?? -1;
    this.goTo(opening, "load");
    if (opening >= 0) this.scroller.to(this.text.target(opening), false);
    document.fonts?.ready.then(() => {
      this.scroller.hold(); // the page's own type has other widths
      this.axis.draw();
    });
  }
}

/**
 * Run the journey through a page that has the article.
 * @param {L.Map} map
 * @param {AtlasFile} atlas
 * @param {Life} life
 * @param {Layers} layers on the map already
 */
export function startStory(map, atlas, life, layers) {
  foldStops();
  const journey = new Journey(map, atlas, life, layers);
  addActions(journey.text.steps.slice(1, -1));
  watchMenu();
  listenToTerms();
  listenToClicks(journey);
  listenToKeys(journey);
  listenToSwipes(journey);
  journey.stage.watch(journey.follow());
  const container = map.getContainer();
  container.setAttribute("role", "region");
  container.setAttribute("aria-label", "Live map: arrow keys move it, plus and minus zoom");
  document.documentElement.dataset.ready = "true";
  watchPlates(atlas, life, layers.period.features);
  journey.open();
  return journey;
}
