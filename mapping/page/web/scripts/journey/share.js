// Links and citations: onto the clipboard, or before the reader's eyes where that is not allowed.

import { hitBy, part, partOf } from "../dom.js";
import { citeStop } from "./downloads.js";

/** @typedef {import("../life.js").Life} Life */

/** Hands out links and citations. */
export class Share {
  /** @param {Life} life */
  constructor(life) {
    this.life = life;
    /** Taken now, before anybody translates the page. */
    this.citation = part(".citation").textContent ?? "";
    /** @type {Map<string, string>} */
    this.titles = new Map(life.stops.map(({ id }) => [id, titleOf(id)]));
    this.said = part("#page--said");
    this.dialog = partOf(".share", HTMLDialogElement);
    this.area = partOf(".share textarea", HTMLTextAreaElement);
    this.dialog.addEventListener("close", () => {
      part("[data-act=copy]").textContent = "Copy";
    });
  }

  /**
   * Address of the page without a fragment, for others: where it is published, or else where it was
   * found; nothing of the reader's own disk.
   */
  get address() {
    const { url } = this.life;
    if (url) return url;
    return /^https?:/.test(location.protocol) ? location.href.split("#")[0] : "";
  }

  /** What leads others to a stop: a link, or, of a page without an address, how to cite it. */
  linkTo(/** @type {string} */ id) {
    if (this.address) return `${this.address}#${id}`;
    return `${this.citation} #${id}`;
  }

  /** @param {string} text @param {string} heading @param {string} done */
  async share(text, heading, done) {
    try {
      await navigator.clipboard.writeText(text);
      this.said.textContent = done;
    } catch {
      this.offer(text, heading);
    }
  }

  /** @param {string} text @param {string} heading */
  offer(text, heading) {
    part("#page--share").textContent = heading;
    this.area.value = text;
    this.dialog.showModal();
    this.area.select();
  }

  /** What each of its buttons does. @returns {Record<string, (button: HTMLElement) => void>} */
  acts() {
    return {
      acts: toggleMenu,
      link: (button) => {
        const id = button.closest("article")?.id ?? "";
        closeMenu();
        this.share(this.linkTo(id), "Link to this stop", "Link copied");
      },
      send: (button) => {
        const id = button.closest("article")?.id ?? "";
        closeMenu();
        const to = this.address ? { url: this.linkTo(id) } : { text: this.linkTo(id) };
        navigator.share?.({ title: document.title, ...to }).catch(() => {});
      },
      cite: (button) => this.cite(button.closest("article")),
      "cite-map": () => {
        const where = this.citation.includes(this.address) ? "" : ` ${this.address}`;
        this.share(`${this.citation}${where}`, "Cite this map", "Citation copied");
      },
      copy: (button) => this.copy(button),
      close: () => this.dialog.close(),
    };
  }

  /** @param {Element | null} article */
  cite(article) {
    closeMenu();
    const at = this.life.stops.findIndex(({ id }) => id === article?.id);
    const title = this.titles.get(article?.id ?? "") ?? "";
    this.offer(citeStop(this.life, at, title, this.address), "Cite this stop");
  }

  /** @param {HTMLElement} button */
  async copy(button) {
    this.area.select();
    try {
      await navigator.clipboard.writeText(this.area.value);
    } catch {
      document.execCommand("copy");
    }
    button.textContent = "Copied";
  }
}

/** Title of a stop as the article says it. @param {string} id */
function titleOf(id) {
  return document.getElementById(id)?.querySelector("h3")?.textContent ?? "";
}

/** Give every stop the button that opens its menu. @param {HTMLElement[]} articles */
export function addActions(articles) {
  const actions = partOf("#page--actions", HTMLTemplateElement);
  const button = /** @type {Element} */ (actions.content.firstElementChild);
  for (const article of articles) {
    const title = article.querySelector("h3");
    if (!title || article.querySelector(".acts")) continue; // saved with the page
    title.id = `${article.id}--title`;
    const copy = /** @type {Element} */ (document.importNode(button, true));
    copy.querySelector("button")?.setAttribute("aria-describedby", title.id);
    article.setAttribute("aria-labelledby", title.id);
    title.after(copy);
  }
}

/** Open the one menu at a button, or close it. @param {HTMLElement} button */
function toggleMenu(button) {
  const isOpen = button.getAttribute("aria-expanded") === "true";
  closeMenu();
  if (isOpen) return;
  const actions = partOf("#page--actions", HTMLTemplateElement);
  const menu = /** @type {Element} */ (actions.content.lastElementChild);
  button.setAttribute("aria-expanded", "true");
  button.after(document.importNode(menu, true));
}

/** Close the menu, if it is open; give the button it was opened at. */
function closeMenu() {
  const menu = document.querySelector(".menu");
  const button = menu?.previousElementSibling ?? null;
  menu?.remove();
  button?.setAttribute("aria-expanded", "false");
  return button;
}

/** Close the menu when the reader turns to something else. */
export function watchMenu() {
  document.addEventListener("click", (event) => {
    if (!hitBy(event, ".acts")) closeMenu();
  });
  const press = (/** @type {KeyboardEvent} */ event) => {
    if (event.key !== "Escape" || !document.querySelector(".menu")) return;
    const button = closeMenu();
    if (button instanceof HTMLElement) button.focus();
    event.preventDefault();
  };
  // before the journey takes the key for a step
  document.addEventListener("keydown", press, { capture: true });
}
