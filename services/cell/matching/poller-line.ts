// The polls that wait for tasks, longest first. Any of them can leave at any time, in constant time and without a trace:
// ten thousand pollers come and go for days.

/** A poll's place in its line; written by the line alone. */
export interface InLine<Item> {
  previous: Item | undefined;
  next: Item | undefined;
}

export class PollerLine<Item extends InLine<Item>> {
  #first: Item | undefined;
  #last: Item | undefined;
  #length = 0;

  get length(): number {
    return this.#length;
  }

  first(): Item | undefined {
    return this.#first;
  }

  push(item: Item): void {
    item.previous = this.#last;
    item.next = undefined;
    if (this.#last === undefined) this.#first = item;
    else this.#last.next = item;
    this.#last = item;
    this.#length += 1;
  }

  /** The item must be in the line. */
  remove(item: Item): void {
    const { previous, next } = item;
    if (previous === undefined) this.#first = next;
    else previous.next = next;
    if (next === undefined) this.#last = previous;
    else next.previous = previous;
    item.previous = item.next = undefined;
    this.#length -= 1;
  }

  *[Symbol.iterator](): Iterator<Item> {
    for (let item = this.#first; item !== undefined; item = item.next) yield item;
  }
}
