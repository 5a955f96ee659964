// How many there are of something, in the words of `mapping/life/words.py`. Pure.

/**
 * A word in the number that goes with a count; its plural ends in -s.
 * @param {number} number
 * @param {string} word
 */
export function plural(number, word) {
  return number === 1 ? word : `${word}s`;
}

/** "3 stops", "1 stop", "no stops". @param {number} number @param {string} word */
export function sayCount(number, word) {
  return `${number || "no"} ${plural(number, word)}`;
}
