// Where the page begins: its map is that of a life, and the journey moves it.

import { startStory } from "./journey/journey.js";
import { lifeOf } from "./layers.js";

/** @typedef {import("./map/map.js").Layers} Layers */

/**
 * Start the journey on the map of its life.
 * @param {L.Map} map
 * @param {Layers} layers on the map already
 */
function start(map, layers) {
  layers.stops.setCards(false); // the article tells the stops
  layers.period.loading
    .then((atlas) => {
      startStory(map, atlas, lifeOf("page--life-data"), layers);
      document.documentElement.dataset.ready = "true";
    })
    .catch(fail);
}

/**
 * Throw where the page listens for errors, in old browsers too: it then shows the still map.
 * @param {unknown} error
 */
function fail(error) {
  setTimeout(() => {
    throw error;
  });
}

Object.assign(/** @type {{SergeMap: object}} */ (/** @type {unknown} */ (globalThis)).SergeMap, {
  start,
});
