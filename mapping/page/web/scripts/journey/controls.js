// What the reader's hands do: buttons, keys, swipes, chapters, files.

import { part } from "../dom.js";
import { filesOf, saveFile } from "./downloads.js";
import { stepOfHash, stepOfKey, swipeOf } from "./keys.js";
import { textsOf } from "./text.js";

/** @typedef {import("./journey.js").Journey} Journey */

/** Listen to buttons, links to chapters, and files to save. @param {Journey} journey */
export function listenToClicks(journey) {
  const { life, player, share } = journey;
  /** @type {Record<string, (button: HTMLElement) => void>} */
  const acts = {
    begin: () => journey.goTo(0, "button"),
    overview: () => journey.goTo(-1, "button"),
    previous: () => journey.goTo(journey.index - 1, "button"),
    next: () => journey.goTo(journey.index + 1, "button"),
    play: () => player.toggle(),
    enlarge: () => journey.stage.enlarge(!journey.stage.isLarge()),
    ...share.acts(),
  };
  const files = filesOf(life, (id) => textsOf(part(`#${CSS.escape(id)}`)));
  document.addEventListener("click", (event) => {
    if (!(event.target instanceof Element)) return;
    const { target } = event;
    const near = (/** @type {string} */ selector) =>
      /** @type {HTMLElement | null} */ (target.closest(selector));
    const button = near("[data-act]");
    if (button) acts[button.dataset.act ?? ""]?.(button);
    const name = near("[data-save]")?.dataset.save;
    if (name) saveFile(`${life.slug}-${name}`, ...files[name]());
    const link = near("[data-chapter]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const to = stepOfHash(`#page--chapter-${link.dataset.chapter}`, life);
    if (to === null) return;
    event.preventDefault();
    journey.goTo(to, "chapter");
  });
}

/** Whether a key belongs to what it is pressed on, or to the browser. @param {KeyboardEvent} event */
function isTaken(event) {
  const { key, target, ctrlKey, metaKey, altKey, shiftKey } = event;
  const on = target instanceof Element ? target : document.body;
  const pans = on.closest(".leaflet-container") && /^(Arrow|Home|End)/.test(key);
  return (
    event.defaultPrevented ||
    [ctrlKey, metaKey, altKey].some(Boolean) ||
    Boolean(on.closest("input, textarea, select, [contenteditable]")) ||
    Boolean(pans) ||
    (shiftKey && key.length > 1)
  );
}

/** Listen to keys. @param {Journey} journey */
export function listenToKeys(journey) {
  document.addEventListener("keydown", (event) => {
    if (journey.share.dialog.open || isTaken(event)) return;
    if (event.key === "Escape" && journey.stage.isLarge()) {
      journey.stage.enlarge(false);
      return;
    }
    const to = stepOfKey(event.key, journey.index, journey.life);
    if (to === null) return;
    event.preventDefault();
    journey.goTo(to, "key");
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
      if (by) journey.goTo(journey.index + by, "swipe");
    },
    { passive: true },
  );
}
