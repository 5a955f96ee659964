// The journey: one current stop, and everything that may change it.

import { isCalm } from "../dom.js";
import { createAtlas } from "../map/map.js";
import { createAxis } from "./axis.js";
import { citeStop, filesOf, saveFile } from "./downloads.js";

/**
 * Why the current stop changes.
 * @typedef {"load" | "scroll" | "button" | "key" | "marker" | "axis" | "chapter" | "swipe" | "hash" | "play"} Cause
 */

const LINE_SHARE = 0.36;
const SWIPE = 44;
const SETTLED_FRAMES = 6;
const FRAME_DELAY_MS = 140;
const LAID_AT_ONCE = 6;

/** "1933 to 1936", or one year. @param {{begins: string[], ends: string[]}} stop */
export function yearsOf({ begins, ends }) {
  const [from, to] = [Number(begins[0].slice(0, 4)), Number(ends[1].slice(0, 4))];
  return from === to ? String(from) : `${from} to ${to}`;
}

/** What the live region says of a step. @param {any} life @param {number} index */
export function sayStep(life, index) {
  const stop = life.stops[index];
  if (!stop) return "The whole route";
  return `Stop ${stop.seq} of ${life.stops.length}, ${stop.name_then}, ${yearsOf(stop)}`;
}

/**
 * Step that a key leads to, or null where the key has no meaning.
 * @param {string} key
 * @param {number} index -1 before the first stop, `stops.length` after the last
 * @param {any} life
 * @returns {number | null}
 */
export function stepOfKey(key, index, life) {
  const last = life.stops.length - 1;
  const clamp = (/** @type {number} */ to) => Math.max(-1, Math.min(last + 1, to));
  switch (key) {
    case "ArrowRight":
    case "j":
    case "J":
      return clamp(index + 1);
    case "ArrowLeft":
    case "k":
    case "K":
      return clamp(index - 1);
    case "Home":
      return 0;
    case "End":
      return last;
    case "Escape":
      return -1;
    default:
      return null;
  }
}

/**
 * Step that a key leads to on the slider, which has more keys and no overview.
 * @param {string} key
 * @param {number} index
 * @param {any} life
 * @returns {number | null}
 */
export function stepOfSliderKey(key, index, life) {
  const last = life.stops.length - 1;
  const chapterAt = (/** @type {number} */ at) =>
    life.stops[Math.max(0, Math.min(last, at))].chapter;
  if (key === "ArrowUp") return stepOfKey("ArrowRight", index, life);
  if (key === "ArrowDown") return stepOfKey("ArrowLeft", index, life);
  if (key === "PageUp") {
    let to = Math.max(0, index);
    while (to < last && chapterAt(to) === chapterAt(index)) to++;
    return to;
  }
  if (key === "PageDown") {
    let to = Math.min(last, index) - 1;
    while (to > 0 && chapterAt(to - 1) === chapterAt(to)) to--;
    return Math.max(0, to);
  }
  return stepOfKey(key, index, life);
}

/**
 * Stop that an address names: a stop's id, or a chapter's; -1 for the bare address, null for one
 * that names something else.
 * @param {string} hash such as `#orenburg-exile`
 * @param {any} life
 * @returns {number | null}
 */
export function stepOfHash(hash, life) {
  let id = hash.replace(/^#/, "");
  try {
    id = decodeURIComponent(id);
  } catch {
    return null;
  }
  if (!id) return -1;
  const index = life.stops.findIndex((/** @type {any} */ stop) => stop.id === id);
  if (index >= 0) return index;
  // addresses of the first edition say chapter- alone
  const name = id.replace(/^(page--)?chapter-/, "");
  const chapter = life.chapters.findIndex(
    (/** @type {any} */ each) => each.id === name && name !== id,
  );
  if (chapter < 0) return null;
  const first = life.stops.findIndex((/** @type {any} */ stop) => stop.chapter === chapter);
  return first < 0 ? null : first;
}

/** Milliseconds that play stays at a stop: longer where there is more to read. @param {number} letters of its quote or summary */
export function paceOf(letters) {
  return Math.round(Math.min(9000, 4200 + 18 * letters));
}

/** Swipe that a touch has made: 1 for the next stop, -1 for the one before, 0 for none. @param {number} dx pixels @param {number} dy pixels */
export function swipeOf(dx, dy) {
  return Math.abs(dx) >= SWIPE && Math.abs(dx) > 1.8 * Math.abs(dy) ? -Math.sign(dx) : 0;
}

/** What the legend says of the frontiers on a day. @param {[string, string, string][]} flux @param {string} day */
export function fluxOn(flux, day) {
  return flux
    .filter(([begin, end]) => begin <= day && day <= end)
    .map(([, , sentence]) => sentence)
    .join(" ");
}

/** Element of the page that must be there. @param {string} selector @returns {any} */
function part(selector) {
  const element = document.querySelector(selector);
  if (!element) throw new Error(`The page lacks ${selector}`);
  return element;
}

/** Where an article says each field of its stop. */
const TEXTS = {
  title: "h3",
  summary: ".summary",
  companions: ".companions",
  works: ".works",
  quote: "blockquote",
  note: ".note",
};

/** Texts that an article says, by the field they come from. @param {Element} article @returns {Record<string, string>} */
export function textsOf(article) {
  const found = Object.entries(TEXTS).map(([field, at]) => {
    const element = article.querySelector(at);
    const term = element?.querySelector("i")?.textContent;
    return [field, element?.textContent?.slice(term ? term.length + 1 : 0)];
  });
  return Object.fromEntries(found.filter(([, text]) => text));
}

/**
 * Scroll the page by program, and say whether it is still doing so; a touch of the reader ends it.
 * Not every browser tells when a scroll has ended, so its rest is waited for.
 */
function createScroller() {
  let turn = 0;
  let isMoving = false;
  /** What the page was brought to, until the reader does something. @type {Element | null} */
  let held = null;
  let isTouched = false;
  const touch = () => {
    held = null;
    isTouched = true;
  };
  const release = () => {
    turn++;
    isMoving = false;
    touch();
  };
  for (const type of ["wheel", "touchmove"]) addEventListener(type, release, { passive: true });
  for (const type of ["pointerdown", "keydown"]) addEventListener(type, touch, { capture: true });
  const scroller = {
    isMoving: () => isMoving,
    /** Whether the reader has done something since the page was opened, or brought somewhere. */
    isTouched: () => isTouched,
    /** Bring the page again to where it was brought last, for the text has flowed anew. */
    hold() {
      if (held) scroller.to(held, false);
      return held !== null;
    },
    /** @param {Element} element @param {boolean} isSmooth */
    to(element, isSmooth) {
      const mine = ++turn;
      isMoving = true;
      held = element;
      isTouched = false;
      const away = Math.abs(element.getBoundingClientRect().top);
      const behavior = isSmooth && !isCalm() && away < 2.5 * innerHeight ? "smooth" : "instant";
      element.scrollIntoView({ behavior, block: "start" });
      let last = NaN;
      let rest = 0;
      const watch = () => {
        if (mine !== turn) return;
        rest = scrollY === last ? rest + 1 : 0;
        last = scrollY;
        if (rest >= SETTLED_FRAMES) {
          // chapters that were out of view may have grown on the way: then it is not there yet
          element.scrollIntoView({ behavior: "instant", block: "start" });
          isMoving = scrollY !== last;
          rest = 0;
        }
        if (isMoving) requestAnimationFrame(watch);
      };
      requestAnimationFrame(watch);
    },
  };
  return scroller;
}

/**
 * Tell which step the reading line lies in, again whenever the page changes its size. The line is
 * that of the document, not of the window, so that it holds inside a frame too.
 * @param {Element[]} steps
 * @param {() => number} lineOf pixels from the top of the page's view
 * @param {(step: Element) => void} onStep
 */
function watchLine(steps, lineOf, onStep) {
  /** @type {Map<Element, Element[]>} */
  const groups = new Map();
  for (const step of steps) {
    const group = step.parentElement ?? step;
    const members = groups.get(group);
    if (members) members.push(step);
    else groups.set(group, [step]);
  }
  /** @type {IntersectionObserver[]} */
  let observers = [];
  const observe = () => {
    for (const observer of observers) observer.disconnect();
    const line = Math.round(lineOf());
    const rootMargin = `${-line}px 0px ${-Math.max(0, innerHeight - line - 1)}px 0px`;
    const onLine = new IntersectionObserver(
      (entries) => {
        const entry = entries.findLast(({ isIntersecting }) => isIntersecting);
        if (entry) onStep(entry.target);
      },
      { root: document, rootMargin },
    );
    // every watched element costs time in every frame, so only those of chapters near by are
    const near = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          for (const step of groups.get(target) ?? []) {
            if (isIntersecting) onLine.observe(step);
            else onLine.unobserve(step);
          }
        }
      },
      { root: document, rootMargin: "100% 0px" },
    );
    for (const group of groups.keys()) near.observe(group);
    observers = [near, onLine];
  };
  observe();
  return observe;
}

/**
 * Lay out the stops that the style sheet has left for later, some in each idle moment.
 * @param {Element[]} parts in the order of the page
 * @param {(act: () => void) => void} keepPlace does something and keeps what the reader sees
 * @returns {Promise<void>} settled when all are laid out
 */
function layOutLater(parts, keepPlace) {
  const { requestIdleCallback: idle } = /** @type {any} */ (globalThis); // Safari has none
  const wait = (/** @type {() => void} */ act) => {
    if (idle) idle(act, { timeout: 500 });
    else setTimeout(act, 40);
  };
  return new Promise((done) => {
    const next = () => {
      const some = parts.splice(0, LAID_AT_ONCE);
      if (!some.length) return done();
      keepPlace(() => {
        for (const part of some) part.classList.add("laid");
      });
      wait(next);
    };
    wait(next);
  });
}

/**
 * Run the journey through a page that has the article.
 * @param {any} map Leaflet's
 * @param {any} atlas the block atlas-data
 * @param {any} life the block life-data
 */
export function startStory(map, atlas, life) {
  const last = life.stops.length - 1;
  const root = document.documentElement;
  const mapPart = part("#page--map");
  const stage = part("#page--map .stage");
  const steps = [
    part("#page--front"),
    ...life.stops.map((/** @type {any} */ { id }) => document.getElementById(id)),
    part("#page--end"),
  ];
  const orderOf = new Map(steps.map((step, order) => [step, order - 1]));
  const [year, polity, flux, said] = [".year", ".polity", ".flux", "#page--said"].map(part);
  const playButton = part("[data-act=play]");
  const dialog = part(".share");
  const strip = new Map(
    Array.from(document.querySelectorAll("[data-chapter]"), (link) => [
      /** @type {HTMLElement} */ (link).dataset.chapter,
      link,
    ]),
  );
  const pageTitle = document.title;
  const scroller = createScroller();
  let index = -1;
  let frameTimer = 0;
  let playTimer = 0;
  let isPlaying = false;

  const drawing = createAtlas(map, atlas, life, {
    onSelect: (stop) => goTo(stop, "marker"),
    onShown() {
      root.dataset.drawn = "true";
      const isLong = document.body.classList.contains("long");
      const later = isLong ? [] : [...document.querySelectorAll(".stop, .matter")];
      layOutLater(later, keepPlace).then(() => {
        root.dataset.laid = "true";
      });
    },
  });
  const axis = createAxis(part(".axis"), life, {
    onSeek: (stop, day) => goTo(stop, "axis", day),
    onKey(key) {
      const to = stepOfSliderKey(key, index, life);
      if (to !== null) goTo(to, "axis");
      return to !== null;
    },
  });

  /**
   * Do something that may move the text: the stop that the page was brought to stays where it was
   * put, or else what the reader sees. Browsers that would see to it themselves, but not for changes
   * of this kind, are asked not to by the style sheet.
   * @param {() => void} act
   */
  const keepPlace = (act) => {
    const place = placeRead();
    const before = place.getBoundingClientRect().top;
    act();
    if (scroller.hold()) return;
    const moved = place.getBoundingClientRect().top - before;
    if (moved && scrollY) scrollBy({ top: moved, behavior: "instant" });
  };
  /** Whether the page is still being laid out around the place where it was opened or brought to. */
  const isSettling = () => !root.dataset.laid && !scroller.isTouched();

  const isAbove = () => mapPart.offsetWidth > innerWidth * 0.9;
  const covered = () =>
    isAbove() && getComputedStyle(mapPart).position === "sticky" ? mapPart.offsetHeight : 0;
  const lineOf = () => covered() + (innerHeight - covered()) * LINE_SHARE;
  /** What stands on the reading line, among the sources too, or else the current stop. @returns {Element} */
  const placeRead = () => {
    const { left, width } = part("#page--story").getBoundingClientRect();
    const found = document.elementFromPoint(left + width / 2, lineOf());
    return found?.closest(".stop, .opening, .sources li, .colophon > *") ?? steps[index + 1];
  };
  const isLarge = () => mapPart.classList.contains("large");

  const frame = (/** @type {boolean} */ animate) => {
    const now = part(".clock").getBoundingClientRect();
    const padding = { top: now.height && isAbove() ? 0 : now.height * 0.5 };
    drawing.frame(life.stops[index] ? index : null, { animate, padding });
  };

  /** Mark the step in text, strip, title and address. @param {number} from */
  const mark = (from) => {
    steps[from + 1]?.removeAttribute("aria-current");
    const stop = life.stops[index];
    if (stop) steps[index + 1].setAttribute("aria-current", "step");
    const id = stop && life.chapters[stop.chapter].id;
    for (const [chapter, link] of strip) {
      if (chapter === id) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
    document.title = stop ? `${stop.name_then}, ${yearsOf(stop)} – ${life.title}` : pageTitle;
  };

  /** Keep the address on the step, without filling the Back button. */
  const address = () => {
    const hash = life.stops[index] ? `#${life.stops[index].id}` : "";
    if (location.hash === hash || (!hash && !location.hash)) return;
    try {
      const url = new URL(location.href);
      url.hash = hash;
      history.replaceState(history.state, "", url);
    } catch {
      // some frames have no address that may be changed
    }
  };

  /** Say the date and its state over the map. @param {string} day */
  const date = (day) => {
    const stop = life.stops[index];
    const ends = life.stops.length ? [life.stops[0].begins[0], life.stops[last].ends[1]] : ["", ""];
    year.textContent = stop
      ? String(Number(day.slice(0, 4)))
      : ends.map((end) => String(Number(end.slice(0, 4)))).join("–");
    polity.textContent = stop
      ? [stop.label, stop.polity?.name ?? stop.country_then].join(" · ")
      : "";
    const sentence = fluxOn(atlas.flux ?? [], day);
    flux.textContent = sentence;
    flux.hidden = !sentence;
    drawing.setDate(day);
  };

  /** Bring the focus along, unless the reader holds a control that will be wanted again. */
  const focus = () => {
    const held = document.activeElement;
    if (held && (mapPart.contains(held) || dialog.open)) return;
    const step = steps[index + 1];
    step.tabIndex = -1;
    step.focus({ preventScroll: true });
  };

  /** Element to scroll to: a chapter's heading comes with its first stop. */
  const target = () => {
    const step = steps[index + 1];
    const before = step.previousElementSibling;
    return before?.classList.contains("opening") ? before : step;
  };

  /**
   * Make a step the current one. Every trigger comes here.
   * @param {number} to -1 before the first stop, `stops.length` after the last
   * @param {Cause} cause
   * @param {string} [day] day to show, where it is not the first of the stay
   */
  function goTo(to, cause, day) {
    if (cause !== "play") pause();
    const from = index;
    index = Math.max(-1, Math.min(last + 1, to));
    const stop = life.stops[index];
    const shown =
      day ?? stop?.start_date ?? (index < 0 ? life.stops[0].start_date : life.stops[last].end_date);
    const isNew = index !== from || cause === "load";
    if (isNew) {
      mark(from);
      axis.show(index, stop ? `${stop.date_text}, ${stop.name_then}` : sayStep(life, index));
      if (cause !== "scroll" && cause !== "load") said.textContent = sayStep(life, index);
    }
    date(shown);
    if (cause !== "load" || stop) address();
    if (cause !== "scroll" && cause !== "load" && (isNew || cause !== "axis")) {
      scroller.to(index < 0 ? document.body : target(), cause !== "axis");
    }
    if (cause === "key" || cause === "button" || cause === "chapter" || cause === "hash") focus();
    clearTimeout(frameTimer);
    if (!isNew && cause !== "button" && cause !== "key") return;
    if (cause === "load") {
      drawing.show(stop ? index : null);
      frame(false);
      return;
    }
    // a reader who scrolls past ten stops wants one flight, to the tenth
    frameTimer = window.setTimeout(
      () => {
        drawing.show(stop ? index : null);
        frame(true);
      },
      cause === "scroll" || cause === "axis" ? FRAME_DELAY_MS : 0,
    );
  }

  /** Let the life run. */
  function play() {
    isPlaying = true;
    playButton.dataset.playing = "true";
    playButton.setAttribute("aria-label", "Pause the journey");
    const next = () => {
      goTo(index > last ? 0 : index + 1, "play");
      if (index > last) pause();
      else {
        const text = steps[index + 1].querySelector("blockquote, .summary");
        playTimer = window.setTimeout(next, paceOf(text?.textContent.length ?? 0));
      }
    };
    next();
  }

  /** Stop the run. */
  function pause() {
    clearTimeout(playTimer);
    if (!isPlaying) return;
    isPlaying = false;
    delete playButton.dataset.playing;
    playButton.setAttribute("aria-label", "Play the journey");
  }

  /** Give the map the whole view, or take it back. @param {boolean} wanted */
  const enlarge = (wanted) => {
    mapPart.classList.toggle("large", wanted);
    const button = part("[data-act=enlarge]");
    button.setAttribute("aria-pressed", String(wanted));
    for (const other of [part("#page--front"), part("#page--story"), part(".matter")])
      other.inert = wanted;
    holdThumb();
    drawing.resize();
    axis.draw();
    frame(false);
  };

  /** A thumb on the small map scrolls the page or swipes to the next stop; it pans the large one. */
  const holdThumb = () => {
    const isHeld = matchMedia("(pointer: coarse)").matches && isAbove() && !isLarge();
    if (isHeld) map.dragging.disable();
    else map.dragging.enable();
  };

  /** Put a text on the clipboard, or before the reader's eyes where that is not allowed. @param {string} text @param {string} heading @param {string} done */
  const share = async (text, heading, done) => {
    try {
      await navigator.clipboard.writeText(text);
      say(done);
    } catch {
      offer(text, heading);
    }
  };
  const say = (/** @type {string} */ words) => {
    said.textContent = words;
  };
  const offer = (/** @type {string} */ text, /** @type {string} */ heading) => {
    part("#page--share").textContent = heading;
    const area = part(".share textarea");
    area.value = text;
    dialog.showModal();
    area.select();
  };
  const bare = () => location.href.split("#")[0];

  /** What each button does. @type {Record<string, (button: HTMLElement) => void>} */
  const acts = {
    begin: () => goTo(0, "button"),
    overview: () => goTo(-1, "button"),
    previous: () => goTo(index - 1, "button"),
    next: () => goTo(index + 1, "button"),
    play: () => (isPlaying ? pause() : play()),
    enlarge: () => enlarge(!isLarge()),
    link(button) {
      const id = button.closest("article")?.id ?? "";
      share(`${bare()}#${id}`, "Link to this stop", "Link copied");
    },
    cite(button) {
      const article = button.closest("article");
      const at = life.stops.findIndex((/** @type {any} */ { id }) => id === article?.id);
      offer(
        citeStop(life, at, article?.querySelector("h3")?.textContent ?? "", bare()),
        "Cite this stop",
      );
    },
    "cite-map": () =>
      share(`${part(".citation").textContent} ${bare()}`, "Cite this map", "Citation copied"),
    async copy(button) {
      const area = part(".share textarea");
      area.select();
      try {
        await navigator.clipboard.writeText(area.value);
      } catch {
        document.execCommand("copy");
      }
      button.textContent = "Copied";
    },
    close: () => dialog.close(),
  };
  dialog.addEventListener("close", () => {
    part("[data-act=copy]").textContent = "Copy";
  });

  const actions = /** @type {HTMLTemplateElement} */ (part("#page--actions"));
  for (const step of steps.slice(1, -1)) {
    const title = step.querySelector("h3");
    title.id = `${step.id}--title`;
    const copy = /** @type {DocumentFragment} */ (actions.content.cloneNode(true));
    for (const button of copy.querySelectorAll("button")) {
      button.setAttribute("aria-describedby", title.id);
    }
    step.setAttribute("aria-labelledby", title.id);
    step.append(copy);
  }

  const files = filesOf(life, (id) => textsOf(part(`#${CSS.escape(id)}`)));
  document.addEventListener("click", (event) => {
    if (!(event.target instanceof Element)) return;
    const button = /** @type {HTMLElement | null} */ (event.target.closest("[data-act]"));
    if (button) acts[button.dataset.act ?? ""]?.(button);
    const file = /** @type {HTMLElement | null} */ (event.target.closest("[data-save]"));
    if (file) {
      const name = file.dataset.save ?? "";
      saveFile(`${life.slug}-${name}`, ...files[name]());
    }
    const link = /** @type {HTMLElement | null} */ (event.target.closest("[data-chapter]"));
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      const to = stepOfHash(`#page--chapter-${link.dataset.chapter}`, life);
      if (to === null) return;
      event.preventDefault();
      goTo(to, "chapter");
    }
  });

  document.addEventListener("keydown", (event) => {
    const on = event.target instanceof Element ? event.target : document.body;
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (dialog.open || on.closest("input, textarea, select, [contenteditable]")) return;
    if (event.key === "Escape" && isLarge()) {
      enlarge(false);
      return;
    }
    const pans = on.closest(".leaflet-container") && /^(Arrow|Home|End)/.test(event.key);
    if (pans || (event.shiftKey && event.key.length > 1)) return;
    const to = stepOfKey(event.key, index, life);
    if (to === null) return;
    event.preventDefault();
    goTo(to, "key");
  });

  // any touch of the reader stops the run, but for the button that does so itself
  for (const type of ["pointerdown", "wheel", "keydown", "touchstart"]) {
    document.addEventListener(
      type,
      (event) => {
        if (!(event.target instanceof Element && event.target.closest("[data-act=play]"))) pause();
      },
      { capture: true, passive: true },
    );
  }
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) pause();
  });

  /** @type {{x: number, y: number} | null} */
  let touch = null;
  stage.addEventListener(
    "touchstart",
    (/** @type {TouchEvent} */ event) => {
      const { clientX: x, clientY: y } = event.touches[0];
      touch = event.touches.length === 1 && !isLarge() && !map.dragging.enabled() ? { x, y } : null;
    },
    { passive: true },
  );
  stage.addEventListener(
    "touchend",
    (/** @type {TouchEvent} */ event) => {
      if (!touch) return;
      const { clientX, clientY } = event.changedTouches[0];
      const by = swipeOf(clientX - touch.x, clientY - touch.y);
      touch = null;
      if (by) goTo(index + by, "swipe");
    },
    { passive: true },
  );

  addEventListener("hashchange", () => {
    const to = stepOfHash(location.hash, life);
    if (to !== null && to !== index) goTo(to, "hash");
  });

  const observe = watchLine(steps, lineOf, (step) => {
    const to = orderOf.get(step) ?? -1;
    if (!scroller.isMoving() && !isSettling() && to !== index) goTo(to, "scroll");
  });
  let { clientWidth: width, clientHeight: height } = stage;
  holdThumb();
  new ResizeObserver(() => {
    // the first call only tells the size that is known
    if (stage.clientWidth === width && stage.clientHeight === height) return;
    holdThumb();
    drawing.resize();
    axis.draw();
    observe();
    frame(false);
    // turned or zoomed, the text flows anew: the reader keeps the place
    if (stage.clientWidth !== width && life.stops[index]) scroller.to(steps[index + 1], false);
    ({ clientWidth: width, clientHeight: height } = stage);
  }).observe(stage);
  for (const query of ["(prefers-color-scheme: dark)", "(forced-colors: active)"]) {
    matchMedia(query).addEventListener("change", () => {
      drawing.restyle();
      axis.draw();
    });
  }

  const container = map.getContainer();
  container.setAttribute("role", "region");
  container.setAttribute("aria-label", "Live map: arrow keys move it, plus and minus zoom");
  root.dataset.ready = "true";
  requestAnimationFrame(axis.draw);
  const opening = stepOfHash(location.hash, life) ?? -1;
  goTo(opening, "load");
  if (opening >= 0) scroller.to(target(), false);
  document.fonts?.ready.then(() => {
    axis.draw();
    scroller.hold(); // the page's own type has other widths
  });
  return { goTo, index: () => index, drawing };
}
