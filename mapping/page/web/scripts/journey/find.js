// Search in the stops, and a filter that greys the rest of them on map, band and text.

import { sayCount } from "../count.js";
import { part, partOf } from "../dom.js";

/** @typedef {import("../life.js").Life} Life */
/** @typedef {import("../life.js").Stop} Stop */
/** @typedef {import("./scene.js").Scene} Scene */

const MOST_FOUND = 40;
const READ_AT_ONCE = 150;

/** A text as a search reads it: small letters without accents. @param {string} text */
export function plainText(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/**
 * Numbers of the texts in which all words of a query occur.
 * @param {string[]} texts plain
 * @param {string} query
 */
export function searchTexts(texts, query) {
  const words = plainText(query).split(/\s+/).filter(Boolean);
  if (!words.length) return [];
  return texts.flatMap((text, at) => (words.every((word) => text.includes(word)) ? [at] : []));
}

/**
 * Stops that a filter leaves, or null for all.
 * @param {Stop[]} stops
 * @param {string} filter "kind:exile", "person:liuba", or ""
 * @returns {Set<number> | null}
 */
export function stopsLeft(stops, filter) {
  const [by, name] = filter.split(":");
  if (!name) return null;
  const holds = (/** @type {Stop} */ stop) =>
    by === "kind" ? stop.kind === name : (stop.persons ?? "").split("; ").includes(name);
  return new Set(stops.flatMap((stop, at) => (holds(stop) ? [at] : [])));
}

/** The dialog in which a reader searches and filters. */
export class Finder {
  /** @param {Scene} scene */
  constructor(scene) {
    this.scene = scene;
    this.journey = scene.journey;
    this.dialog = partOf(".finder", HTMLDialogElement);
    this.input = partOf(".finder input", HTMLInputElement);
    this.choice = partOf(".finder select", HTMLSelectElement);
    this.list = part(".finder ol");
    /** What is searched in, read once it is asked for. @type {string[]} */
    this.texts = [];
    this.input.addEventListener("input", () => this.search());
    this.choice.addEventListener("change", () => this.filter(this.choice.value));
    this.list.addEventListener("click", (event) => {
      if (event.target instanceof Element && event.target.closest("a")) this.dialog.close();
    });
  }

  open() {
    this.dialog.showModal();
    this.input.focus();
    if (this.input.value) this.search();
    this.readOn();
  }

  /** Read the texts a few at a time, so that the dialog answers meanwhile. */
  readOn() {
    this.read(READ_AT_ONCE);
    if (this.texts.length < this.journey.life.stops.length) setTimeout(() => this.readOn());
  }

  /** Read so many more texts. @param {number} [most] */
  read(most = Infinity) {
    const { life, text } = this.journey;
    const from = this.texts.length;
    for (const [at, stop] of life.stops.slice(from, from + most).entries()) {
      const said = text.step(from + at).textContent ?? "";
      this.texts.push(plainText(`${said} ${stop.name_now ?? ""}`));
    }
  }

  search() {
    this.read();
    const found = searchTexts(this.texts, this.input.value);
    const rows = found.slice(0, MOST_FOUND).map((at) => this.rowOf(at));
    this.list.replaceChildren(...rows);
    const count = this.input.value.trim() ? sayCount(found.length, "stop") : "";
    part(".finder [role=status]").textContent = count;
  }

  /** @param {number} at index of a stop */
  rowOf(at) {
    const { life, text } = this.journey;
    const { id, seq, name_then, date_text } = life.stops[at];
    const row = document.createElement("li");
    const link = document.createElement("a");
    link.href = `#${id}`;
    link.textContent = `${seq} ${text.step(at).querySelector("h3")?.textContent ?? name_then}`;
    row.append(link, ` ${name_then}, ${date_text}`);
    return row;
  }

  /** Grey what a filter does not leave. @param {string} filter */
  filter(filter) {
    const { life, text, axis } = this.journey;
    const left = stopsLeft(life.stops, filter);
    life.stops.forEach((_, at) => {
      text.step(at).classList.toggle("dim", left !== null && !left.has(at));
    });
    this.scene.drawing.dim(left);
    axis?.dim(left);
    part("[data-act=find]").classList.toggle("on", left !== null);
    const count = left ? `${left.size} of ${sayCount(life.stops.length, "stop")}` : "All stops";
    part(".finder [role=status]").textContent = count;
  }
}
