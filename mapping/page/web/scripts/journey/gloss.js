// A name or a word in the text opens, in place, the sentence that the index has on it.

import { hitBy } from "../dom.js";

/** Close the sentence that is open, if any; give the link that opened it. */
function close() {
  const open = document.querySelector(".gloss");
  const link = open?.previousElementSibling;
  open?.remove();
  link?.removeAttribute("aria-expanded");
  return link;
}

/**
 * Sentence of an entry of the index, with a link to it.
 * @param {string} address fragment
 * @returns {HTMLElement | null}
 */
function glossOf(address) {
  const entry = document.getElementById(address.slice(1));
  const sentence = entry?.querySelector(".sentence")?.textContent;
  if (!entry || !sentence) return null;
  const box = document.createElement("span");
  box.className = "gloss";
  box.setAttribute("role", "note");
  const name = document.createElement("strong");
  name.textContent = entry.querySelector("strong, cite")?.textContent ?? "";
  const more = document.createElement("a");
  more.href = address;
  more.dataset.index = "";
  more.textContent = "In the index";
  box.append(name, ` ${sentence} `, more);
  return box;
}

/** Let names and words of the text open their sentences. */
export function listenToTerms() {
  // before the journey takes them for steps
  const before = { capture: true };
  const click = (/** @type {MouseEvent} */ event) => {
    const link = hitBy(event, "a.term");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const box = glossOf(link.getAttribute("href") ?? "");
    if (!box) return;
    event.preventDefault();
    if (close() === link) return;
    link.setAttribute("aria-expanded", "true");
    link.after(box);
  };
  const press = (/** @type {KeyboardEvent} */ event) => {
    if (event.key !== "Escape" || !document.querySelector(".gloss")) return;
    const link = close();
    if (link instanceof HTMLElement) link.focus();
    event.preventDefault();
  };
  document.addEventListener("click", click, before);
  document.addEventListener("keydown", press, before);
}
