// Where the map of the page begins: the journey, which has begun without it, takes it along.

import { watchPrint } from "./journey/folds.js";
import { listenToTerms } from "./journey/gloss.js";
import { Scene } from "./journey/scene.js";
import { addActions, watchMenu } from "./journey/share.js";
import { makers } from "./layers.js";
import { watchPlates } from "./plate/plates.js";

/** @typedef {import("./journey/journey.js").Journey} Journey */
/** @typedef {import("./map/atlas_file.js").AtlasFile} AtlasFile */
/** @typedef {import("./map/map.js").Layers} Layers */

const given = /** @type {{SergeMap?: {journey?: Journey}}} */ (globalThis);

/**
 * Bring the journey onto the map of its life.
 * @param {L.Map} map
 * @param {Layers} layers on the map already
 */
function start(map, layers) {
  layers.stops.setCards(false); // the article tells the stops
  layers.period.loading.then((atlas) => enter(map, atlas, layers)).catch(fail);
}

/** @param {L.Map} map @param {AtlasFile} atlas @param {Layers} layers */
function enter(map, atlas, layers) {
  const journey = given.SergeMap?.journey;
  if (!journey) throw new Error("The page lacks a journey");
  addActions(journey.text.steps.slice(1, -1));
  watchMenu();
  watchPrint();
  listenToTerms();
  const scene = new Scene(journey, map, atlas, layers);
  const container = map.getContainer();
  container.setAttribute("role", "region");
  container.setAttribute("aria-label", "Live map: arrow keys move it, plus and minus zoom");
  journey.receive(scene);
  scene.stage.watch();
  watchPlates(atlas, journey.life, layers.period);
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

Object.assign(globalThis, { SergeMap: { ...given.SergeMap, ...makers, start } });
