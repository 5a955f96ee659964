// Runs before the first paint: the page is laid out for the live map, and falls back to the still
// one if the script cannot run.
(() => {
  const root = document.documentElement;
  root.className = "js";
  // a page that was saved while it ran brings along what the script has said of it
  for (const told of ["shown", "ready", "folded", "mapped", "waits", "drawn", "laid"]) {
    delete root.dataset[told];
  }
  root.dataset.at = /^#(?!page--)./.test(location.hash) ? "stop" : "opening";
  const retreat = () => {
    root.className = "no-js";
    delete root.dataset.ready;
    for (const fold of document.querySelectorAll("details.more")) {
      /** @type {HTMLDetailsElement} */ (fold).open = true;
    }
  };
  addEventListener("error", () => {
    if (!root.dataset.mapped) retreat();
  });
  // of a page that was cut off on its way, what came is shown, and the drawn map
  addEventListener("DOMContentLoaded", () => {
    if (!document.getElementById("page--whole")) retreat();
  });
  // now, or the browser would lay out the text in another type first
  for (const face of document.fonts ?? []) face.load().catch(() => {});
  // the title is painted in one frame, and the plate, which takes longer, in the next; where the
  // address names a place, that is what is painted
  const show = () => {
    root.dataset.shown = "true";
  };
  if (location.hash) show();
  else requestAnimationFrame(() => requestAnimationFrame(show));
})();
