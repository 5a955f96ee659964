/** Show the page anew each time it was built, at the place that was being read. */
const frame = /** @type {HTMLIFrameElement} */ (document.getElementById("page"));

/** @param {string} version What was built last. */
const showAgain = (version) => {
  const inside = frame.contentWindow;
  if (!inside) return;
  const { hash } = inside.location;
  const height = inside.scrollY;
  if (!hash) {
    frame.addEventListener("load", () => frame.contentWindow?.scrollTo(0, height), { once: true });
  }
  inside.location.replace(`/page?${version}${hash}`);
};

let shown = "";
new EventSource("/events").addEventListener("message", ({ data }) => {
  if (shown && data !== shown) showAgain(data);
  shown = data;
});
