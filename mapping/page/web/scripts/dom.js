// What several modules ask of the document.

/** Whether the reader asked for less motion. */
export function isCalm() {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}

/** Read a JSON block of the page. @param {string} id */
export function readBlock(id) {
  return JSON.parse(document.getElementById(id)?.textContent ?? "null");
}

/** Element of the page that must be there. @param {string} selector @returns {HTMLElement} */
export function part(selector) {
  const element = document.querySelector(selector);
  if (!element) throw new Error(`The page lacks ${selector}`);
  return /** @type {HTMLElement} */ (element);
}
