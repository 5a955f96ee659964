// Runs where the page carries its data and scripts deflated: unpacks the scripts of the journey at
// once, and others when they are asked for.
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
  const unpack = async (id) => {
    const packed = JSON.parse(document.getElementById(id)?.textContent ?? "").deflate;
    const { readable, writable } = new DecompressionStream("deflate");
    const writer = writable.getWriter();
    // of a stream that is broken, the reader hears
    for (const done of [writer.write(bytesOf(packed)), writer.close()]) done.catch(() => {});
    // not by a Response: that would take turns with the rest of the browser
    const reader = readable.getReader();
    const decoder = new TextDecoder();
    let text = "";
    for (;;) {
      const { done, value } = await reader.read();
      text += decoder.decode(value, { stream: !done });
      if (done) return JSON.parse(text);
    }
  };
  /** The policy of the page knows each script by its hash. @param {string} text */
  const run = (text) => {
    const script = document.createElement("script");
    script.textContent = text;
    document.body.append(script);
    script.remove(); // or a page that is saved now would run it twice
  };
  Object.assign(globalThis, { unpack, run });
  unpack("page--first-data")
    .then(run)
    .catch((error) => {
      // where the page listens for errors, it then keeps to the drawn map
      setTimeout(() => {
        throw error;
      });
    });
})();
