// What several modules ask of the document.

/** Whether the reader asked for less motion. */
export function isCalm() {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}

/** Read a JSON block of the page. @param {string} id */
export function readBlock(id) {
  return JSON.parse(document.getElementById(id)?.textContent ?? "null");
}

/**
 * Element of the page that must be there.
 * @param {string} selector
 * @returns {HTMLElement}
 */
export function part(selector) {
  return partOf(selector, HTMLElement);
}

/**
 * Element of the page that must be there and be of a kind.
 * @template {Element} T
 * @param {string} selector
 * @param {new () => T} kind
 * @returns {T}
 */
export function partOf(selector, kind) {
  const element = document.querySelector(selector);
  if (!(element instanceof kind)) throw new Error(`The page lacks ${selector}`);
  return element;
}

/**
 * Element with an id that must be there.
 * @param {string} id any text
 * @returns {HTMLElement}
 */
export function partNamed(id) {
  const element = document.getElementById(id);
  if (!element) throw new Error(`The page lacks #${id}`);
  return element;
}

/**
 * Element that an event happened on, or the nearest around it, of a kind.
 * @param {Event} event
 * @param {string} selector
 * @returns {HTMLElement | null}
 */
export function hitBy(event, selector) {
  const found = event.target instanceof Element ? event.target.closest(selector) : null;
  return found instanceof HTMLElement ? found : null;
}
