// What can wait until the page has answered the reader: for one frame, or for an idle moment.

/** Do something in an idle moment. @param {() => void} act */
export function whenIdle(act) {
  if ("requestIdleCallback" in globalThis) requestIdleCallback(act, { timeout: 500 });
  else setTimeout(act, 40); // Safari has none
}

/** Does the last thing that it was asked for, after the next frame has been painted. */
export class Soon {
  constructor() {
    this.isAwaited = false;
    this.act = () => {};
  }

  /** Do something soon, in place of what was asked for before. @param {() => void} act */
  call(act) {
    this.act = act;
    if (this.isAwaited) return;
    this.isAwaited = true;
    // a frame is painted between its own call and the next task
    requestAnimationFrame(() => setTimeout(() => this.run()));
  }

  run() {
    this.isAwaited = false;
    this.act();
  }
}
