// Runs where the page carries its atlas and scripts deflated: unpacks them while the text is read.
(() => {
  /** @typedef {Uint8Array<ArrayBuffer>} Bytes */
  /** @typedef {{fromBase64?: (base64: string) => Bytes}} Young what only young browsers have */

  /** @param {string} base64 @returns {Bytes} */
  const bytesOf = (base64) => {
    const young = /** @type {typeof Uint8Array & Young} */ (Uint8Array);
    if (young.fromBase64) return young.fromBase64(base64);
    const letters = atob(base64);
    const bytes = new Uint8Array(letters.length);
    for (let i = 0; i < bytes.length; i++) bytes[i] = letters.charCodeAt(i);
    return bytes;
  };
  /** @param {string} id of a block with a zlib stream of JSON in base64 */
  const inflate = async (id) => {
    const packed = JSON.parse(document.getElementById(id)?.textContent ?? "").deflate;
    const stream = new Blob([bytesOf(packed)])
      .stream()
      .pipeThrough(new DecompressionStream("deflate"));
    return new Response(stream).json();
  };
  /** The policy of the page knows each script by its hash. @param {string} text */
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
    .then(([scripts]) => {
      if (!document.getElementById("page--whole")) return;
      clear();
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
