// Runs where the page carries its atlas and scripts deflated: unpacks them while the text is read.
(() => {
  const LETTERS =
    "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%/()*+-;,=.?@^_`{|}~";

  /**
   * Bytes of base 85: five letters for four of them.
   * @param {string} text
   */
  const bytesOf = (text) => {
    const worth = new Uint8Array(128);
    for (let i = 0; i < LETTERS.length; i++) worth[LETTERS.charCodeAt(i)] = i;
    const fours = Math.ceil(text.length / 5);
    const letters = new TextEncoder().encode(text.padEnd(fours * 5, "~"));
    const bytes = new Uint8Array(fours * 4);
    for (let from = 0, to = 0; to < bytes.length; to += 4) {
      let word = 0;
      for (let k = 0; k < 5; k++) word = word * 85 + worth[letters[from++]];
      bytes[to] = word >>> 24;
      bytes[to + 1] = word >>> 16;
      bytes[to + 2] = word >>> 8;
      bytes[to + 3] = word;
    }
    return bytes.subarray(0, text.length - fours);
  };
  /** @param {string} id of a block with a zlib stream of JSON as letters */
  const inflate = async (id) => {
    const packed = JSON.parse(document.getElementById(id)?.textContent ?? "").deflate;
    const stream = new Blob([bytesOf(packed)])
      .stream()
      .pipeThrough(new DecompressionStream("deflate"));
    return new Response(stream).json();
  };
  /** The policy of the page knows each style and script by its hash. @param {string} text */
  const dress = (text) => {
    const style = document.createElement("style");
    style.textContent = text;
    document.head.prepend(style); // the page's own rules come after it
  };
  /** @param {string} text */
  const run = (text) => {
    const script = document.createElement("script");
    script.textContent = text;
    document.body.append(script);
    script.remove(); // or a page that is saved now would run it twice
  };
  /** A page that was saved while it ran begins again, with an empty map. */
  const clear = () => {
    const map = document.querySelector(".folium-map");
    map?.replaceChildren();
    map?.setAttribute("class", "folium-map");
    for (const step of document.querySelectorAll("[aria-current]")) {
      step.removeAttribute("aria-current");
    }
  };
  const read = new Promise((resolve) => {
    if (document.readyState === "loading") addEventListener("DOMContentLoaded", resolve);
    else resolve(null);
  });
  Object.assign(globalThis, { unpacked: inflate("page--atlas-data") });
  Promise.all([inflate("page--scripts-data"), read])
    .then(([{ style, scripts }]) => {
      if (!document.getElementById("page--whole")) return;
      clear();
      dress(style);
      for (const text of /** @type {string[]} */ (scripts)) run(text);
      run(document.getElementById("page--start")?.textContent ?? "");
    })
    .catch((error) => {
      // where the page listens for errors, it then keeps to the drawn map
      setTimeout(() => {
        throw error;
      });
    });
})();
