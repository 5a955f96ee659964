// Scrolling by program, and where the reader is: the step on the reading line.

import { isCalm } from "../dom.js";

const SETTLED_FRAMES = 6;

/**
 * Scrolls the page by program, and says whether it is still doing so; a touch of the reader ends
 * it. Not every browser tells when a scroll has ended, so its rest is waited for.
 */
export class Scroller {
  constructor() {
    this.turn = 0;
    this.isMoving = false;
    /** Whether the reader has done something since the page was opened, or brought somewhere. */
    this.isTouched = false;
    /** What the page was brought to, until the reader does something. @type {Element | null} */
    this.held = null;
    const release = () => this.release();
    const touch = () => this.touch();
    for (const type of ["wheel", "touchmove"]) addEventListener(type, release, { passive: true });
    for (const type of ["pointerdown", "keydown"]) addEventListener(type, touch, { capture: true });
  }

  touch() {
    this.held = null;
    this.isTouched = true;
  }

  release() {
    this.turn++;
    this.isMoving = false;
    this.touch();
  }

  /** Bring the page again to where it was brought last, for the text has flowed anew. */
  hold() {
    if (this.held) this.to(this.held, false);
    return this.held !== null;
  }

  /** @param {Element} element @param {boolean} isSmooth */
  to(element, isSmooth) {
    const mine = ++this.turn;
    this.isMoving = true;
    this.held = element;
    this.isTouched = false;
    const away = Math.abs(element.getBoundingClientRect().top);
    const behavior = isSmooth && !isCalm() && away < 2.5 * innerHeight ? "smooth" : "instant";
    scrollTo({ top: topOf(element), behavior });
    let last = Number.NaN;
    let rest = 0;
    const watch = () => {
      if (mine !== this.turn) return;
      rest = scrollY === last ? rest + 1 : 0;
      last = scrollY;
      if (rest >= SETTLED_FRAMES) {
        // chapters that were out of view may have grown on the way: then it is not there yet
        scrollTo({ top: topOf(element), behavior: "instant" });
        this.isMoving = scrollY !== last;
        rest = 0;
      }
      if (this.isMoving) requestAnimationFrame(watch);
    };
    requestAnimationFrame(watch);
  }
}

/**
 * Where the page has to be scrolled for an element to stand at its top. An element that scrolled
 * itself into view would scroll the pages around a frame too.
 * @param {Element} element
 */
function topOf(element) {
  return scrollY + element.getBoundingClientRect().top - freeAbove(element);
}

/** Pixels that a jump leaves free above an element. @param {Element} element */
export function freeAbove(element) {
  const pixels = (/** @type {string} */ length) => Number.parseFloat(length) || 0;
  const margin = pixels(getComputedStyle(element).scrollMarginTop);
  return margin + pixels(getComputedStyle(document.documentElement).scrollPaddingTop);
}

/** Steps by the element they stand in. @param {Element[]} steps */
function groupsOf(steps) {
  /** @type {Map<Element, Element[]>} */
  const groups = new Map();
  for (const step of steps) {
    const group = step.parentElement ?? step;
    const members = groups.get(group);
    if (members) members.push(step);
    else groups.set(group, [step]);
  }
  return groups;
}

/**
 * Tell which step the reading line lies in, again whenever the page changes its size. The line is
 * that of the document, not of the window, so that it holds inside a frame too.
 * @param {Element[]} steps
 * @param {() => number} lineOf pixels from the top of the page's view
 * @param {(step: Element) => void} onStep
 */
export function watchLine(steps, lineOf, onStep) {
  const groups = groupsOf(steps);
  /** @type {IntersectionObserver[]} */
  let observers = [];
  const observe = () => {
    for (const observer of observers) observer.disconnect();
    const line = Math.round(lineOf());
    const rootMargin = `${-line}px 0px ${-Math.max(0, innerHeight - line - 1)}px 0px`;
    const onLine = new IntersectionObserver(
      (entries) => {
        const entry = entries.filter(({ isIntersecting }) => isIntersecting).pop();
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
