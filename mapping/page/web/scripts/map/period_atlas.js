// A Leaflet layer: land, water, relief, frontiers and names of one day.

import { isKnown } from "./atlas_file.js";
import { seaWishes, stateWishes, townWishes } from "./atlas_names.js";
import { beyondWishes, createBeyond } from "./beyond.js";
import { SHRINK } from "./canvas.js";
import { featureWishes } from "./feature_names.js";
import { extentOf, groundOf } from "./ground.js";
import { drawLand } from "./land.js";
import { namesOf } from "./names.js";
import { sampleLand } from "./sample.js";
import { drawSea } from "./sea.js";
import { sheetsOf } from "./sheets.js";
import { viewOf } from "./view.js";

/** @typedef {import("./atlas_file.js").AtlasFile} AtlasFile */
/** @typedef {import("./canvas.js").Brush} Brush */
/** @typedef {import("./canvas.js").View} View */
/** @typedef {import("./ground.js").Ground} Ground */
/** @typedef {import("./names.js").Scene} Scene */
/** @typedef {{lon: number, lat: number}} Position */
/**
 * @typedef {object} Given
 * @property {AtlasFile | Promise<AtlasFile>} atlas
 * @property {string} day YYYY-MM-DD
 * @property {import("./atlas_names.js").Lettering} lettering
 * @property {import("./feature_names.js").Feature[]} [features] rivers, ranges and regions by name
 * @property {string} [relief] address of a grey picture, from edge to edge of the atlas
 * @property {import("./beyond.js").Coast & {reach: import("./beyond.js").Degrees}} [coast] of the
 *   whole world, for a map that reaches beyond the atlas
 */

/** The atlas of a day, on canvases of its own below those of other layers. */
export class PeriodAtlas extends L.Layer {
  /** @param {Given} given */
  constructor({ atlas, day, lettering, relief = "", features = [], coast }) {
    super();
    L.setOptions(this, { attribution: "Natural Earth" });
    this.loading = Promise.resolve(atlas);
    this.day = day;
    this.features = features;
    this.lettering = lettering;
    /** The atlas, once it is here and prepared for drawing. @type {Ground | null} */
    this.ground = null;
    this.coast = coast;
    /** @type {import("./beyond.js").Beyond | null} */
    this.beyond = null;
    /** @type {HTMLImageElement | null} */
    this.relief = null;
    /** Place whose state is lifted from the rest. @type {Position | null} */
    this.lifted = null;
    /** Face of each place that was lifted, looked up once. @type {WeakMap<Position, number>} */
    this.faces = new WeakMap();
    this.sheets = [
      this.sheet("sea", 10, (brush, ground) => drawSea(brush, ground, this.times(ground)), SHRINK),
      this.sheet("land", 20, (brush, ground) => drawLand(brush, ground, this.times(ground))),
    ];
    /** @type {import("./names.js").Letterer} */
    this.letterer = {
      order: 20,
      setScene: (view) => (this.ground ? this.sceneOf(this.ground, view) : null),
      ask: (brush, scene) => (this.ground ? this.ask(this.ground, brush, scene) : { wishes: [] }),
    };
    this.loadRelief(relief);
  }

  /**
   * @param {string} name
   * @param {number} order
   * @param {(brush: Brush, ground: Ground) => void} paint
   * @param {number} [shrink]
   * @returns {import("./sheets.js").Sheet}
   */
  sheet(name, order, paint, shrink) {
    const draw = (/** @type {Brush} */ brush) => this.ground && paint(brush, this.ground);
    return { name, order, pane: "atlasPane", shrink, draw, isReady: () => this.ground !== null };
  }

  /** @param {L.Map} map */
  onAdd(map) {
    const sheets = sheetsOf(map);
    sheets.hold(this);
    for (const sheet of this.sheets) sheets.add(sheet);
    namesOf(map).add(this.letterer);
    const prepare = (/** @type {AtlasFile} */ atlas) => {
      // in a frame of its own: the page answers its reader before and after
      requestAnimationFrame(() => {
        this.ground = groundOf(atlas);
        this.beyond = this.coast ? createBeyond(this.coast, this.coast.reach, atlas) : null;
        this.ground.politicsOn(this.day);
        sheets.release(this);
      });
    };
    this.loading.then(prepare, () => sheets.release(this)); // who loads it says why it failed
    return this;
  }

  /** @param {L.Map} map */
  onRemove(map) {
    const sheets = sheetsOf(map);
    for (const sheet of this.sheets) sheets.remove(sheet);
    namesOf(map).remove(this.letterer);
    sheets.release(this);
    return this;
  }

  /**
   * Put frontiers, fills and names of a day on the map; draws only what changes.
   * @param {string} day YYYY-MM-DD
   */
  setDay(day) {
    if (day === this.day) return this;
    const before = this.ground?.politicsOn(this.day);
    this.day = day;
    const after = this.ground?.politicsOn(day);
    if (before !== after) this.spoil({ sea: before?.land.length !== after?.land.length });
    this.spoilNames();
    return this;
  }

  /** Lift the state of a place from the rest. @param {Position | null} place null for none */
  lift(place) {
    const before = this.here();
    this.lifted = place;
    if (this.here() === before) return this;
    this.spoil();
    this.spoilNames();
    return this;
  }

  /** What is drawn, in world units. @param {AtlasFile} atlas */
  extentWith(atlas) {
    return extentOf(this.coast?.reach ?? atlas.bounds);
  }

  /** Whether land has its light and shade. */
  hasRelief() {
    return this.relief !== null;
  }

  /** Draw the land anew, and the sea where land came out of it. @param {{sea?: boolean}} [also] */
  spoil({ sea = false } = {}) {
    if (!this._map) return;
    const [under, land] = this.sheets;
    for (const sheet of sea ? [under, land] : [land]) sheetsOf(this._map).spoil(sheet);
  }

  /** @param {Ground} ground */
  politics(ground) {
    return ground.politicsOn(this.day);
  }

  spoilNames() {
    if (this._map) namesOf(this._map).spoil();
  }

  /** Entity that holds the lifted place on the day, or "". */
  here() {
    if (!this.lifted || !this.ground) return "";
    const { lon, lat } = this.lifted;
    const face = this.faces.get(this.lifted) ?? this.ground.faceOf(lon, lat);
    this.faces.set(this.lifted, face);
    const { stateOf } = this.ground.politicsOn(this.day);
    return this.ground.atlas.states[stateOf[face]]?.entity ?? "";
  }

  /** Which signs of frontiers are in view, by their names in the legend. */
  signs() {
    const { ground, _map: map } = this;
    if (!ground || !map) return null;
    const { view } = viewOf(map);
    const { solid, dashed, dotted, occupied } = ground.politicsOn(this.day);
    return {
      solid: ground.isArcIn(view, solid),
      dashed: ground.isArcIn(view, [...dashed, ...dotted]),
      hatch: ground.isFaceIn(view, [...occupied.values()].flat()),
      light: this.here() !== "",
    };
  }

  /** @param {Ground} ground @returns {import("./land.js").Times} */
  times(ground) {
    return {
      politics: this.politics(ground),
      here: this.here(),
      relief: this.relief,
      beyond: this.beyond,
    };
  }

  /** @param {Ground} ground @param {View} view */
  sceneOf(ground, view) {
    const sample = sampleLand(view, ground, ground.politicsOn(this.day));
    const extent = this.beyond?.extent ?? ground.extent;
    return { day: this.day, towns: ground.atlas.towns, sample, extent };
  }

  /** @param {Ground} ground @param {Brush} brush @param {Scene} scene */
  ask({ atlas }, brush, scene) {
    const { state, sea } = this.lettering;
    const named = isKnown(scene.day)
      ? [
          ...stateWishes(brush, atlas, { ...scene, here: this.here(), spacing: state }),
          ...townWishes(brush, atlas, scene.day, scene.places),
        ]
      : [];
    const told = this.beyond ? beyondWishes(brush, this.beyond, scene.inner) : [];
    const natural = featureWishes(brush, this.features, scene.day, scene.places);
    return { wishes: [...named, ...natural, ...seaWishes(brush, atlas, sea), ...told] };
  }

  /** @param {string} address */
  loadRelief(address) {
    const picture = new Image();
    picture.src = address;
    const came = () => {
      this.relief = picture;
      this.spoil();
    };
    // a browser that does not know the format draws flat land
    picture.decode().then(came, () => {});
  }
}
