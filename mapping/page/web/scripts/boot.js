// Runs before the first paint: the page is laid out for the live map, and falls back to the still
// one if the script cannot run.
(() => {
  const root = document.documentElement;
  root.className = "js";
  // a page that was saved while it ran brings along what the script has said of it
  for (const told of ["ready", "drawn", "laid"]) delete root.dataset[told];
  root.dataset.at = /^#(?!page--)./.test(location.hash) ? "stop" : "opening";
  addEventListener("error", () => {
    if (!root.dataset.ready) root.className = "no-js";
  });
  // of a page that was cut off on its way, what came is shown, and the drawn map
  addEventListener("DOMContentLoaded", () => {
    if (!document.getElementById("page--whole")) root.className = "no-js";
  });
})();
