// What can wait until the page has answered the reader: for one frame.

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
