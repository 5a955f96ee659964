// Words along the band: as many as stand apart by their measured width, whatever their size.

/** Pixels between two words. */
const GAP = 8;

/**
 * Keep words apart that stand on one line, in the order of their places: one that would run over
 * the end is turned to the left of its place, and one without room is taken out.
 * @param {HTMLElement[]} words as they stand, each beginning at its place
 * @param {number} width pixels of the line
 */
export function keepApart(words, width) {
  // all are measured before any is changed: the browser lays them out once
  const measured = words.map((word) => {
    const [left, wide] = [word.offsetLeft, word.offsetWidth];
    const spare = word.querySelector("i")?.offsetWidth ?? 0;
    return { word, left, wide, spare };
  });
  let free = -GAP;
  for (const { word, left, wide, spare } of measured) {
    const isShort = spare > 0 && left + wide > width && left + wide - spare <= width;
    const needs = isShort ? wide - spare : wide;
    const isLate = left + needs > width;
    const begin = isLate ? left - needs : left;
    if (begin < free + GAP) {
      word.remove();
      continue;
    }
    if (isShort) word.querySelector("i")?.remove();
    word.classList.toggle("late", isLate);
    free = begin + needs;
  }
}
