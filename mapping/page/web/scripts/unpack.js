// Runs where the page carries the atlas deflated: unpacks it while the text is still being read.
(() => {
  /** @param {string} base64 @returns {Uint8Array<ArrayBuffer>} */
  const bytesOf = (base64) => {
    const { fromBase64 } = /** @type {any} */ (Uint8Array);
    if (fromBase64) return fromBase64.call(Uint8Array, base64);
    const letters = atob(base64);
    const bytes = new Uint8Array(letters.length);
    for (let i = 0; i < bytes.length; i++) bytes[i] = letters.charCodeAt(i);
    return bytes;
  };
  /** @param {string} packed base64 of a zlib stream @returns {Promise<any>} */
  const inflate = async (packed) => {
    const stream = new Blob([bytesOf(packed)])
      .stream()
      .pipeThrough(new DecompressionStream("deflate"));
    return new Response(stream).json();
  };
  const block = document.getElementById("page--atlas-data");
  /** @type {any} */ (globalThis).unpacked = inflate(JSON.parse(block?.textContent ?? "").deflate);
})();
