// What the reader's hands do to the journey: buttons, keys, swipes, chapters.

import { hitBy, part } from "../dom.js";
import { stepOfHash, stepOfKey, swipeOf } from "./keys.js";

/** @typedef {import("./journey.js").Journey} Journey */

/** Listen to buttons, links to chapters, and files to save. @param {Journey} journey */
export function listenToClicks(journey) {
  const { life, text, tour } = journey;
  /** What buttons do that need no map. @type {Record<string, () => void>} */
  const acts = {
    begin: () => {
      tour.set(false);
      journey.goTo(0, "button");
    },
    overview: () => journey.goTo(-1, "button"),
    previous: () => journey.goTo(journey.beside(-1), "button"),
    next: () => journey.goTo(journey.beside(1), "button"),
    short: () =>
      text.whenWhole(() => {
        tour.set(!tour.isOn);
        journey.goTo(tour.isOn ? tour.short[0] : 0, "button");
      }),
  };
  document.addEventListener("click", (event) => {
    if (!journey.isAlive) return;
    const button = hitBy(event, "[data-act], [data-save]");
    const own = acts[button?.dataset.act ?? ""];
    if (own) own();
    else if (button) journey.whenMapped((scene) => scene.act(button));
    followInside(journey, event);
    const link = hitBy(event, "[data-chapter]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const to = stepOfHash(`#page--chapter-${link.dataset.chapter}`, life);
    if (to === null) return;
    event.preventDefault();
    journey.goTo(to, "chapter");
  });
}

/**
 * Follow a link inside the page where the browser would leave it: a document without an address of
 * its own, in a notebook say, has the links of the page around it.
 * @param {Journey} journey
 * @param {Event} event
 */
function followInside(journey, event) {
  const link = hitBy(event, 'a[href^="#"]');
  if (!link || event.defaultPrevented || location.protocol !== "about:") return;
  event.preventDefault();
  const hash = link.getAttribute("href") ?? "";
  const to = stepOfHash(hash, journey.life);
  if (to !== null) return journey.goTo(to, "hash");
  const target = document.getElementById(hash.slice(1));
  if (!target) return;
  target.tabIndex = -1;
  target.focus({ preventScroll: true });
  journey.scroller.to(target, false);
}

/**
 * Whether a key belongs to what it is pressed on, or to the browser.
 * @param {KeyboardEvent} event
 */
function isTaken(event) {
  const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
  if (event.defaultPrevented || ctrlKey || metaKey || altKey) return true;
  if (shiftKey && key.length > 1) return true;
  if (hitBy(event, "input, textarea, select, [contenteditable]")) return true;
  return /^(Arrow|Home|End)/.test(key) && hitBy(event, ".leaflet-container") !== null;
}

/** Listen to keys. @param {Journey} journey */
export function listenToKeys(journey) {
  document.addEventListener("keydown", (event) => {
    if (!journey.isAlive || document.querySelector("dialog[open]") || isTaken(event)) return;
    if (event.key === "Escape" && journey.scene?.stage.isLarge()) {
      journey.scene.stage.enlarge(false);
      return;
    }
    const { index } = journey;
    const key = stepOfKey(event.key, index, journey.life);
    if (key === null) return;
    event.preventDefault();
    const isStep = Math.abs(key - index) === 1;
    journey.goTo(isStep ? journey.beside(key - index) : key, "key");
  });
  addEventListener("hashchange", () => {
    const to = stepOfHash(location.hash, journey.life);
    if (to !== null && to !== journey.index) journey.goTo(to, "hash");
  });
}

/** Listen to swipes over the small map. @param {Journey} journey */
export function listenToSwipes(journey) {
  const stage = part("#page--map .stage");
  /** @type {{x: number, y: number} | null} */
  let touch = null;
  stage.addEventListener(
    "touchstart",
    (/** @type {TouchEvent} */ event) => {
      const { clientX: x, clientY: y } = event.touches[0];
      touch = event.touches.length === 1 && !journey.scene?.stage.isDragged() ? { x, y } : null;
    },
    { passive: true },
  );
  stage.addEventListener(
    "touchend",
    (/** @type {TouchEvent} */ event) => {
      if (!touch) return;
      const { clientX, clientY } = event.changedTouches[0];
      const by = swipeOf(clientX - touch.x, clientY - touch.y);
      touch = null;
      if (by) journey.goTo(journey.beside(by), "swipe");
    },
    { passive: true },
  );
}
