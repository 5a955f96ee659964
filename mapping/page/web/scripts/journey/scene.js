// What comes with the map: the drawing, the plan of the town, and what a step does not need.

import { part } from "../dom.js";
import { createDrawing } from "../map/map.js";
import { Inset } from "../town/inset.js";
import { filesOf, isUnchanged, saveFile, textsOf } from "./downloads.js";
import { Finder } from "./find.js";
import { layOutLater, placeKeeper } from "./laying.js";
import { Legend } from "./legend.js";
import { Locator } from "./locator.js";
import { Player, paceOf } from "./play.js";
import { Share } from "./share.js";
import { Stage } from "./stage.js";

/** @typedef {import("../map/atlas_file.js").AtlasFile} AtlasFile */
/** @typedef {import("../map/map.js").Layers} Layers */
/** @typedef {import("./journey.js").Cause} Cause */
/** @typedef {import("./journey.js").Journey} Journey */

const FRAME_DELAY_MS = 140;
const CHANGED =
  "This copy of the page was changed after it was made, perhaps by a translation. " +
  "Open the page itself to save its data.";

/**
 * Show what else the map can do, where there is no room for its buttons.
 * @param {HTMLElement} button
 */
function toggleOthers(button) {
  const isOpen = part("#page--map").classList.toggle("others-open");
  button.setAttribute("aria-expanded", String(isOpen));
}

/** The map of a journey, and what goes with it. */
export class Scene {
  /** @param {Journey} journey @param {L.Map} map @param {AtlasFile} atlas @param {Layers} layers */
  constructor(journey, map, atlas, layers) {
    const { life } = journey;
    this.journey = journey;
    this.map = map;
    this.frameTimer = 0;
    /** Step that was shown last, none before the first. @type {number | null} */
    this.shown = null;
    this.share = new Share(life);
    this.player = new Player(
      () => this.forward(),
      () => this.playLeft(),
    );
    this.stage = new Stage(this);
    this.inset = new Inset(life.stops);
    this.drawing = createDrawing(map, atlas, layers, {
      onSelect: (stop) => journey.goTo(stop, "marker"),
      onShown: () => this.finish(),
    });
    this.finder = new Finder(this);
    this.legend = new Legend(map, this.drawing, atlas.flux ?? [], () => this.frame(true));
    this.locator = new Locator(map, atlas, life.stops);
    // now: a reader may have the page translated, and the data are not what a translator says
    const told = new Map(life.stops.map(({ id }, at) => [id, textsOf(journey.text.step(at))]));
    this.texts = (/** @type {string} */ id) => told.get(id) ?? {};
    this.files = filesOf(life, this.texts);
    this.acts = this.actsOf();
  }

  /**
   * What buttons do that need the map.
   * @returns {Record<string, (button: HTMLElement) => void>}
   */
  actsOf() {
    const { finder, player, share, stage } = this;
    return {
      play: () => player.toggle(),
      pace: () => player.hurry(),
      find: () => finder.open(),
      leave: () => finder.dialog.close(),
      others: toggleOthers,
      enlarge: () => stage.enlarge(!stage.isLarge()),
      ...share.acts(),
    };
  }

  /** Do what a button is for. @param {HTMLElement} button */
  act(button) {
    const { act = "", save } = button.dataset;
    this.acts[act]?.(button);
    if (save) this.save(save);
  }

  /** Hand out a file, unless the words are not the data's own. @param {string} name */
  save(name) {
    const { life } = this.journey;
    const isOwn = name.startsWith("route") || isUnchanged(life, this.texts);
    if (isOwn) saveFile(`${life.slug}-${name}`, ...this.files[name]());
    else this.share.offer(CHANGED, "These words are not the data");
  }

  /** Stop that the journey is at, if it is at one. @returns {number | null} */
  get stop() {
    const { index, life } = this.journey;
    return life.stops[index] ? index : null;
  }

  /** Show the current step. @param {Cause} cause */
  show(cause) {
    const { day, index } = this.journey;
    const isNew = index !== this.shown;
    this.shown = index;
    if (isNew) this.inset.show(index);
    this.drawing.setDate(day);
    this.legend.date(day);
    if (isNew || cause === "button" || cause === "key") this.travel(cause);
  }

  /** Bring the map to the current step. @param {Cause} cause */
  travel(cause) {
    clearTimeout(this.frameTimer);
    const show = (/** @type {boolean} */ animate) => {
      this.drawing.show(this.stop);
      this.locator.show(this.journey.index);
      this.frame(animate);
    };
    if (cause === "load") return show(false);
    // a reader who scrolls past ten stops wants one flight, to the tenth
    const delay = cause === "scroll" || cause === "axis" ? FRAME_DELAY_MS : 0;
    this.frameTimer = setTimeout(() => show(true), delay);
  }

  /** Move the camera to the current step. @param {boolean} animate */
  frame(animate) {
    const [clock, town] = [".clock", ".inset"].map((name) => part(name).getBoundingClientRect());
    const isBeside = !this.journey.text.isUnderMap();
    const right = this.legend.room;
    // a plan that leaves a part of the map free; on a phone it covers all of it
    const left = town.width < innerWidth * 0.7 ? town.width : 0;
    const padding = isBeside ? { top: clock.height * 0.5, left, right } : { left, right };
    this.drawing.frame(this.stop, { animate, padding });
  }

  /** Lay out the rest of the text, now that the map is drawn. */
  finish() {
    const { dataset } = document.documentElement;
    dataset.drawn = "true";
    delete dataset.waits;
    const isLong = document.body.classList.contains("long");
    const later = isLong ? [] : [...document.querySelectorAll(".stop, .matter")];
    layOutLater(later, placeKeeper(this.journey)).then(() => {
      dataset.laid = "true";
    });
  }

  /** Go one step on by play; give the letters to read there, or null at the end. */
  forward() {
    const { journey } = this;
    journey.goTo(journey.index > journey.last ? 0 : journey.beside(1), "play");
    return journey.index > journey.last ? null : this.lettersOf(journey.index);
  }

  /** Milliseconds of play from the current step to the end of the way. */
  playLeft() {
    const { last, tour, index } = this.journey;
    let left = 0;
    for (let at = index; at <= last; at = tour.beside(at, 1, last)) {
      if (at >= 0) left += paceOf(this.lettersOf(at));
    }
    return left;
  }

  /** Letters to read at a step. @param {number} index */
  lettersOf(index) {
    const text = this.journey.text.step(index).querySelector("blockquote, .summary");
    return text?.textContent?.length ?? 0;
  }
}
