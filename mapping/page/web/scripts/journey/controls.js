// What the reader's hands do: buttons, keys, swipes, chapters, files.

import { hitBy, part, partNamed } from "../dom.js";
import { filesOf, isUnchanged, saveFile } from "./downloads.js";
import { stepOfHash, stepOfKey, swipeOf } from "./keys.js";
import { textsOf } from "./text.js";

/** @typedef {import("./journey.js").Journey} Journey */

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

/** Listen to buttons, links to chapters, and files to save. @param {Journey} journey */
export function listenToClicks(journey) {
  const { life, player, share } = journey;
  // now: a reader may have the page translated, and the data are not what a translator says
  const told = new Map(life.stops.map(({ id }) => [id, textsOf(partNamed(id))]));
  /** @type {Record<string, (button: HTMLElement) => void>} */
  const acts = {
    begin: () => {
      journey.tour.set(false);
      journey.goTo(0, "button");
    },
    overview: () => journey.goTo(-1, "button"),
    previous: () => journey.goTo(journey.beside(-1), "button"),
    next: () => journey.goTo(journey.beside(1), "button"),
    play: () => player.toggle(),
    pace: () => player.hurry(),
    find: () => journey.finder.open(),
    leave: () => journey.finder.dialog.close(),
    others: toggleOthers,
    short: () => {
      journey.tour.set(!journey.tour.isOn);
      journey.goTo(journey.tour.isOn ? journey.tour.short[0] : 0, "button");
    },
    enlarge: () => journey.stage.enlarge(!journey.stage.isLarge()),
    ...share.acts(),
  };
  const texts = (/** @type {string} */ id) => told.get(id) ?? {};
  const files = filesOf(life, texts);
  const save = (/** @type {string} */ name) => {
    const isOwn = name.startsWith("route") || isUnchanged(life, texts);
    if (isOwn) saveFile(`${life.slug}-${name}`, ...files[name]());
    else share.offer(CHANGED, "These words are not the data");
  };
  document.addEventListener("click", (event) => {
    const button = hitBy(event, "[data-act]");
    if (button) acts[button.dataset.act ?? ""]?.(button);
    const name = hitBy(event, "[data-save]")?.dataset.save;
    if (name) save(name);
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
    if (document.querySelector("dialog[open]") || isTaken(event)) return;
    if (event.key === "Escape" && journey.stage.isLarge()) {
      journey.stage.enlarge(false);
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
  const { stage, map } = journey;
  /** @type {{x: number, y: number} | null} */
  let touch = null;
  stage.element.addEventListener(
    "touchstart",
    (/** @type {TouchEvent} */ event) => {
      const { clientX: x, clientY: y } = event.touches[0];
      const isFree = !stage.isLarge() && !map.dragging.enabled();
      touch = event.touches.length === 1 && isFree ? { x, y } : null;
    },
    { passive: true },
  );
  stage.element.addEventListener(
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
