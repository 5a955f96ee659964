// Links and citations: onto the clipboard, or before the reader's eyes where that is not allowed.

import { part, partOf } from "../dom.js";
import { citeStop } from "./downloads.js";

/** @typedef {import("../life.js").Life} Life */

/** Hands out links and citations. */
export class Share {
  /** @param {Life} life */
  constructor(life) {
    this.life = life;
    this.said = part("#page--said");
    this.dialog = partOf(".share", HTMLDialogElement);
    this.area = partOf(".share textarea", HTMLTextAreaElement);
    this.dialog.addEventListener("close", () => {
      part("[data-act=copy]").textContent = "Copy";
    });
  }

  /** Address of the page without a fragment. */
  get address() {
    return location.href.split("#")[0];
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
      link: (button) => {
        const id = button.closest("article")?.id ?? "";
        this.share(`${this.address}#${id}`, "Link to this stop", "Link copied");
      },
      cite: (button) => this.cite(button.closest("article")),
      "cite-map": () => {
        const citation = `${part(".citation").textContent} ${this.address}`;
        this.share(citation, "Cite this map", "Citation copied");
      },
      copy: (button) => this.copy(button),
      close: () => this.dialog.close(),
    };
  }

  /** @param {Element | null} article */
  cite(article) {
    const at = this.life.stops.findIndex(({ id }) => id === article?.id);
    const title = article?.querySelector("h3")?.textContent ?? "";
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

/** Give every stop the buttons of the template. @param {HTMLElement[]} articles */
export function addActions(articles) {
  const actions = partOf("#page--actions", HTMLTemplateElement);
  for (const article of articles) {
    const title = article.querySelector("h3");
    if (!title) continue;
    title.id = `${article.id}--title`;
    const copy = document.importNode(actions.content, true);
    for (const button of copy.querySelectorAll("button")) {
      button.setAttribute("aria-describedby", title.id);
    }
    article.setAttribute("aria-labelledby", title.id);
    article.append(copy);
  }
}
