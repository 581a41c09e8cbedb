// A table from keys of a few 32-bit numbers to one number, in flat memory: a log has as many streams
// and commands as it likes, and a million of them must fit beside everything else.
const kEmpty = 0xffff_ffff;

export class NumberTable {
  private slots: Uint32Array;
  private capacity = 1024;
  private count = 0;
  private readonly row: number;

  constructor(private readonly width: number) {
    this.row = width + 1;
    this.slots = new Uint32Array(this.capacity * this.row).fill(kEmpty);
  }

  get size(): number {
    return this.count;
  }

  get(key: readonly number[]): number | undefined {
    const at = this.find(this.slots, this.capacity, key);
    const value = this.slots[at + this.width]!;
    return value === kEmpty ? undefined : value;
  }

  // A value of 2^32 - 1 and above is kept as the one below it.
  set(key: readonly number[], value: number): void {
    if (2 * (this.count + 1) > this.capacity) this.grow();
    const at = this.find(this.slots, this.capacity, key);
    if (this.slots[at + this.width] === kEmpty) ++this.count;
    for (let i = 0; i < this.width; ++i) this.slots[at + i] = key[i]!;
    this.slots[at + this.width] = Math.min(value, kEmpty - 1);
  }

  // Where the key stands, or the free slot where it would.
  private find(slots: Uint32Array, capacity: number, key: ArrayLike<number>): number {
    let mixed = 0x811c_9dc5;
    for (let i = 0; i < this.width; ++i) {
      mixed = Math.imul(mixed ^ key[i]!, 0x9e37_79b1);
      mixed ^= mixed >>> 15;
    }
    for (let slot = (mixed >>> 0) % capacity; ; slot = (slot + 1) % capacity) {
      const at = slot * this.row;
      if (slots[at + this.width] === kEmpty) return at;
      let same = true;
      for (let i = 0; i < this.width && same; ++i) same = slots[at + i] === key[i]! >>> 0;
      if (same) return at;
    }
  }

  private grow(): void {
    const capacity = 2 * this.capacity;
    const slots = new Uint32Array(capacity * this.row).fill(kEmpty);
    for (let from = 0; from < this.slots.length; from += this.row) {
      if (this.slots[from + this.width] === kEmpty) continue;
      const row = this.slots.subarray(from, from + this.row);
      slots.set(row, this.find(slots, capacity, row));
    }
    this.slots = slots;
    this.capacity = capacity;
  }
}
