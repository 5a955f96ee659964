// Makes the map in idle moments, or at once where a reader asks for a step: the page opens with a
// drawn plate, which does without.

import { giveBlocks } from "./blocks.js";

/** @typedef {import("./journey/journey.js").Journey} Journey */
/**
 * @typedef {object} Packed what only the map needs
 * @property {string} style
 * @property {string[]} scripts in the order in which they run
 * @property {Record<string, unknown>} blocks of JSON, by id
 */
/**
 * @typedef {{unpack: (id: string) => Promise<unknown>, run: (text: string) => void}} Unpacker
 * of unpack.js
 */

/** Milliseconds for which a part of the work waits for an idle moment. */
const PATIENCE_MS = 1500;
const PRESSED = "a, button, .axis";

/** The turns of a work: each in an idle moment, or at once when the work is wanted. */
export class Turns {
  constructor() {
    this.isWanted = false;
    this.begin = () => {};
  }

  /** Wait for no idle moments any more: somebody asks for the work. */
  hurry() {
    this.isWanted = true;
    this.begin();
  }

  /** Wait for the next turn; before it the page may answer. @returns {Promise<void>} */
  next() {
    return new Promise((done) => {
      this.begin = () => void setTimeout(done);
      if (this.isWanted) this.begin();
      else if ("requestIdleCallback" in globalThis) {
        requestIdleCallback(() => done(), { timeout: PATIENCE_MS });
      } else setTimeout(done, 40); // Safari has none
    });
  }
}

/** The policy of the page knows each style by its hash. @param {string} text */
function dress(text) {
  const style = document.createElement("style");
  style.textContent = text;
  document.head.prepend(style); // the page's own rules come after it
}

/** A page that was saved while it ran begins again, with an empty map. */
function clear() {
  const map = document.querySelector(".folium-map");
  map?.replaceChildren();
  map?.setAttribute("class", "folium-map");
}

/** @param {Turns} turns */
async function makeMap(turns) {
  const { unpack, run } = /** @type {Unpacker} */ (/** @type {unknown} */ (globalThis));
  await turns.next();
  const packed = /** @type {Packed} */ (await unpack("page--scripts-data"));
  const { style, scripts, blocks } = packed;
  for (const text of scripts) {
    await turns.next();
    run(text);
  }
  await turns.next();
  giveBlocks({ ...blocks, "page--atlas-data": await unpack("page--atlas-data") });
  await turns.next();
  clear();
  dress(style);
  run(document.getElementById("page--start")?.textContent ?? "");
}

/**
 * Make the map once the page is here, and hurry where a hand comes down on what may want it.
 * @param {Journey} journey
 */
export function prepareMap(journey) {
  const turns = new Turns();
  journey.onWanted = () => turns.hurry();
  const press = (/** @type {Event} */ { target }) => {
    if (target instanceof Element && target.closest(PRESSED)) turns.hurry();
  };
  addEventListener("pointerdown", press, { capture: true, passive: true });
  const begin = () => {
    if (!document.getElementById("page--whole")) return;
    makeMap(turns).catch((error) => {
      // thrown where the page listens for errors: it then keeps to the drawn map
      setTimeout(() => {
        throw error;
      });
    });
  };
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", begin);
  else begin();
}
