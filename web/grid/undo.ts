// What was done in this sitting, in order, so that Ctrl+Z and Ctrl+Y find the next fact to state.

const kMostKept = 500;

export class UndoList<Done> {
  private readonly done: Done[] = [];
  private undone: Done[] = [];

  // Something new was done: what had been taken back is no longer there to be done again.
  add(what: Done): void {
    this.done.push(what);
    if (this.done.length > kMostKept) this.done.shift();
    this.undone = [];
  }

  // The last thing that stands; undefined iff there is none.
  takeBack(): Done | undefined {
    const what = this.done.pop();
    if (what !== undefined) this.undone.push(what);
    return what;
  }

  doAgain(): Done | undefined {
    const what = this.undone.pop();
    if (what !== undefined) this.done.push(what);
    return what;
  }
}
