// Runs before the first paint: the page is laid out for the live map, and falls back to the still
// one if the script cannot run.
(() => {
  const root = document.documentElement;
  root.className = "js";
  root.dataset.at = /^#(?!page--)./.test(location.hash) ? "stop" : "opening";
  addEventListener("error", () => {
    if (!root.dataset.ready) root.className = "no-js";
  });
})();
