// A binary heap whose nodes know their place, so that any of them can be moved or removed in O(log n).

export interface HeapNode {
  /** Where the node is in its heap; -1 while it is in none. Written by the heap alone. */
  place: number;
}

export class Heap<Node extends HeapNode> {
  readonly #nodes: Node[] = [];
  readonly #isBefore: (a: Node, b: Node) => boolean;

  constructor(isBefore: (a: Node, b: Node) => boolean) {
    this.#isBefore = isBefore;
  }

  get size(): number {
    return this.#nodes.length;
  }

  first(): Node | undefined {
    return this.#nodes[0];
  }

  /** All of them, in no order. */
  nodes(): readonly Node[] {
    return this.#nodes;
  }

  add(node: Node): void {
    node.place = this.#nodes.length;
    this.#nodes.push(node);
    this.#up(node.place);
  }

  /** The node's order changed. */
  move(node: Node): void {
    this.#up(node.place);
    this.#down(node.place);
  }

  remove(node: Node): void {
    const { place } = node;
    const last = this.#nodes.pop();
    node.place = -1;
    if (last === undefined || last === node) return;
    last.place = place;
    this.#nodes[place] = last;
    this.move(last);
  }

  #up(from: number): void {
    let place = from;
    while (place > 0) {
      const parent = (place - 1) >> 1;
      if (!this.#swapIfBefore(place, parent)) return;
      place = parent;
    }
  }

  #down(from: number): void {
    let place = from;
    for (;;) {
      const left = 2 * place + 1;
      const leftNode = this.#nodes[left];
      if (leftNode === undefined) return;
      const rightNode = this.#nodes[left + 1];
      const child = rightNode !== undefined && this.#isBefore(rightNode, leftNode) ? left + 1 : left;
      if (!this.#swapIfBefore(child, place)) return;
      place = child;
    }
  }

  /** Swaps when the node at `lower` comes before the one at `upper`. */
  #swapIfBefore(lower: number, upper: number): boolean {
    const a = this.#nodes[lower];
    const b = this.#nodes[upper];
    if (a === undefined || b === undefined || !this.#isBefore(a, b)) return false;
    this.#nodes[lower] = b;
    this.#nodes[upper] = a;
    a.place = upper;
    b.place = lower;
    return true;
  }
}
