// The life band: chapters as blocks, free, captive or in exile; a handle to pull through the years.

import { part } from "../dom.js";
import { blocksOf, dayOfPart, partOfDay, yearsOn } from "./band_scale.js";
import { keepApart } from "./band_words.js";
import { barGroup, dayNumber, drawnDays, isoDay, likelyDay, stayOn } from "./stays.js";

/** @typedef {import("../life.js").Life} Life */
/**
 * @typedef {{onSeek: (index: number, day: string) => void, onKey: (key: string) => boolean}} Calls
 */

const NUMBER_ROOM = 15;

/**
 * An element of the band.
 * @param {string} name class
 * @param {number} left part of the band
 * @param {number} [width] part of the band
 * @param {string} [text]
 */
function piece(name, left, width = 0, text = "") {
  const element = document.createElement("span");
  element.className = name;
  element.style.left = `${(left * 100).toFixed(3)}%`;
  if (width) element.style.width = `${(width * 100).toFixed(3)}%`;
  element.textContent = text;
  return element;
}

/** Draws the band and lets the reader pull at it. */
export class Band {
  /** @param {Life} life @param {Calls} calls */
  constructor(life, calls) {
    this.life = life;
    this.calls = calls;
    this.blocks = blocksOf(life.stops);
    this.element = part(".axis");
    this.rail = part(".axis .rail");
    this.handle = part(".axis .handle");
    this.title = part(".axis .now");
    this.current = -1;
    /** Stops that a filter leaves. @type {Set<number> | null} */
    this.left = null;
    this.isPulled = false;
    this.listen();
  }

  listen() {
    const { element, handle } = this;
    element.addEventListener("pointerdown", (event) => {
      if (event.button) return;
      element.setPointerCapture(event.pointerId);
      this.isPulled = true;
      this.press(event);
    });
    element.addEventListener("pointermove", (event) => {
      if (!this.isPulled || !event.buttons) return;
      handle.classList.add("dragged");
      this.pull(event);
    });
    for (const type of ["pointerup", "pointercancel", "lostpointercapture"]) {
      element.addEventListener(type, () => {
        this.isPulled = false;
        handle.classList.remove("dragged");
      });
    }
    element.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || !this.calls.onKey(event.key)) return;
      event.preventDefault();
      event.stopPropagation();
    });
  }

  /** Part of the band under a finger. @param {PointerEvent} event */
  partAt(event) {
    const { left, width } = this.rail.getBoundingClientRect();
    return Math.min(1, Math.max(0, (event.clientX - left) / width));
  }

  /**
   * A press means the stop of that day, in the chapter under the finger.
   * @param {PointerEvent} event
   */
  press(event) {
    const at = this.partAt(event);
    const day = dayOfPart(this.blocks, at);
    const { first, last } = this.blocks.findLast(({ left }) => left <= at) ?? this.blocks[0];
    const { stops } = this.life;
    const index = first + stayOn(stops.slice(first, last + 1), day);
    this.calls.onSeek(index, stops[index].begins[0]);
  }

  /** @param {PointerEvent} event */
  pull(event) {
    const day = dayOfPart(this.blocks, this.partAt(event));
    this.calls.onSeek(stayOn(this.life.stops, day), isoDay(day));
    this.place(day);
  }

  /** Put the handle on a day. @param {number} day */
  place(day) {
    this.handle.style.left = `${(partOfDay(this.blocks, day) * 100).toFixed(3)}%`;
  }

  get isInside() {
    return this.current >= 0 && this.current < this.life.stops.length;
  }

  /**
   * Show where the reader is.
   * @param {number} index stop, -1 before the first, one past the last after it
   * @param {string} words what the band says of it
   */
  show(index, words) {
    this.current = index;
    this.element.setAttribute("aria-valuenow", String(this.isInside ? index + 1 : 0));
    this.element.setAttribute("aria-valuetext", words);
    this.handle.hidden = !this.isInside;
    this.mark();
  }

  /** Mark the chapter that the reader is in, and put a tick at each of its stops. */
  mark() {
    const { blocks, current, life, rail, title } = this;
    for (const old of rail.querySelectorAll(".tick")) old.remove();
    const at = this.isInside
      ? blocks.findIndex(({ first, last }) => first <= current && current <= last)
      : -1;
    rail.querySelectorAll(".block").forEach((block, index) => {
      block.classList.toggle("here", index === at);
    });
    title.textContent = "";
    const block = blocks[at];
    if (!block) return;
    this.place(likelyDay(life.stops[current].begins));
    const days = life.stops.slice(block.first, block.last + 1).map(({ begins }) => begins);
    const ticks = days.slice(0, 60).map((begins) => piece("tick", this.tickAt(begins)));
    rail.append(...ticks);
    title.textContent = `${at + 1} · ${life.chapters[block.chapter].title}`;
    const middle = (block.left + block.right) / 2;
    title.style.left = `${middle * 100}%`;
    title.style.translate = `${-middle * 100}%`;
  }

  /** @param {[string, string]} begins */
  tickAt(begins) {
    return partOfDay(this.blocks, likelyDay(begins));
  }

  /** Grey the chapters that a filter leaves nothing of. @param {Set<number> | null} left */
  dim(left) {
    this.left = left;
    this.rail.querySelectorAll(".block").forEach((block, at) => {
      const { first, last } = this.blocks[at];
      const isLeft = !left || [...left].some((stop) => first <= stop && stop <= last);
      block.classList.toggle("dim", !isLeft);
    });
  }

  /** Draw again: the size has changed. */
  draw() {
    const { width } = this.rail.getBoundingClientRect();
    if (!width) return;
    const { blocks, life } = this;
    const years = yearsOn(blocks).map((each) => this.drawYear(each));
    const events = (life.events ?? []).map(({ date, text }) =>
      piece("age", partOfDay(blocks, dayNumber(date)), 0, text),
    );
    this.rail.replaceChildren(...this.drawBlocks(width), ...years, ...events);
    keepApart(years, width);
    keepApart(events, width);
    if (life.stops.length) this.mark();
    this.dim(this.left);
  }

  /** @param {number} width pixels */
  drawBlocks(width) {
    return this.blocks.map((block, index) => {
      const { left, right, first, last } = block;
      const element = piece("block", left, right - left);
      element.title = `${index + 1} · ${this.life.chapters[block.chapter].title}`;
      const stays = this.life.stops.slice(first, last + 1);
      for (const stay of stays.slice(0, 200)) {
        const group = barGroup(stay.kind);
        if (group === "free") continue;
        const [a, b, c, d] = drawnDays(stay);
        const [from, to] = [(a + b) / 2, (c + d) / 2]
          .map((day) => partOfDay(this.blocks, day))
          .map((at) => (Math.min(right, Math.max(left, at)) - left) / (right - left));
        element.append(piece(group, from, Math.max(2 / width / (right - left), to - from)));
      }
      const isWide = (right - left) * width >= NUMBER_ROOM;
      if (isWide && this.blocks.length <= 40) {
        const number = document.createElement("strong");
        number.textContent = String(index + 1);
        element.append(number);
      }
      return element;
    });
  }

  /** A year under the band, with the age in it. @param {{year: number, part: number}} at */
  drawYear({ year, part: left }) {
    const element = piece("tens", left, 0, String(year));
    const age = year - Number(this.life.born?.slice(0, 4)) - 1;
    const words = document.createElement("i");
    if (age > 0) words.textContent = ` aged ${age}`;
    element.append(words);
    return element;
  }
}
