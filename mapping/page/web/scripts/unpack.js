// Runs where the page carries the atlas deflated: unpacks it while the text is still being read.
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
  /** @param {string} packed base64 of a zlib stream @returns {Promise<unknown>} the atlas file */
  const inflate = async (packed) => {
    const stream = new Blob([bytesOf(packed)])
      .stream()
      .pipeThrough(new DecompressionStream("deflate"));
    return new Response(stream).json();
  };
  const block = document.getElementById("page--atlas-data");
  Object.assign(globalThis, { unpacked: inflate(JSON.parse(block?.textContent ?? "").deflate) });
})();
