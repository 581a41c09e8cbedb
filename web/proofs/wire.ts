// One Cap'n Proto message of a single segment, without a segment table: its pointers, within bounds,
// and whether it is in canonical form. Words are counted from the front; a word has 8 bytes.
import type { Bytes } from "./bytes";

// Thrown where a pointer leads nowhere or to something else than what is asked for.
export class Unreadable extends Error {}

const kNesting = 8;

export interface StructRef {
  data: number; // the word where it begins
  dataWords: number;
  pointers: number;
}

export interface ListRef {
  at: number; // the word where its contents begin
  elementSize: number; // 0 to 7, as in the pointer
  count: number;
  element?: StructRef; // of composite lists: the shape of each, its place that of the first
}

export class Message {
  readonly view: DataView;
  readonly words: number;

  constructor(readonly bytes: Bytes) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.words = bytes.length / 8;
  }

  isNull(at: number): boolean {
    return this.view.getUint32(8 * at, true) === 0 && this.view.getUint32(8 * at + 4, true) === 0;
  }

  // The struct that the pointer at that word leads to; a null pointer is a struct of nothing.
  struct(at: number): StructRef {
    if (this.isNull(at)) return { data: at, dataWords: 0, pointers: 0 };
    const low = this.view.getInt32(8 * at, true);
    if ((low & 3) !== 0) throw new Unreadable("no struct");
    const ref = {
      data: at + 1 + (low >> 2),
      dataWords: this.view.getUint16(8 * at + 4, true),
      pointers: this.view.getUint16(8 * at + 6, true),
    };
    this.hold(ref.data, ref.dataWords + ref.pointers);
    return ref;
  }

  list(at: number): ListRef {
    const low = this.view.getInt32(8 * at, true);
    if ((low & 3) !== 1) throw new Unreadable("no list");
    const high = this.view.getUint32(8 * at + 4, true);
    const start = at + 1 + (low >> 2);
    const elementSize = high & 7;
    const count = high >>> 3;
    if (elementSize !== 7) {
      this.hold(start, Math.ceil((count * kBits[elementSize]!) / 64));
      return { at: start, elementSize, count };
    }
    this.hold(start, count + 1);
    const tag = this.view.getInt32(8 * start, true);
    const element = {
      data: start + 1,
      dataWords: this.view.getUint16(8 * start + 4, true),
      pointers: this.view.getUint16(8 * start + 6, true),
    };
    const elements = tag >>> 2;
    if ((tag & 3) !== 0 || elements * (element.dataWords + element.pointers) !== count) {
      throw new Unreadable("a list's tag does not fit it");
    }
    return { at: start, elementSize, count: elements, element };
  }

  // A list of bytes; a null pointer is an empty one.
  data(at: number): Bytes {
    if (this.isNull(at)) return this.bytes.subarray(0, 0);
    const list = this.list(at);
    if (list.elementSize !== 2) throw new Unreadable("no bytes");
    return this.bytes.subarray(8 * list.at, 8 * list.at + list.count);
  }

  // Objects in the order in which a walk from the root meets them, nothing between them, no zero
  // words at the end of a struct's data, no null pointers at the end of its pointers.
  isCanonical(): boolean {
    return new CanonicalWalk(this).holds();
  }

  private hold(start: number, words: number): void {
    if (start < 0 || start + words > this.words) throw new Unreadable("out of bounds");
  }
}

const kBits = [0, 1, 8, 16, 32, 64, 64, 64];

class CanonicalWalk {
  private head = 1;

  constructor(private readonly message: Message) {}

  holds(): boolean {
    return this.pointer(0, kNesting) && this.head === this.message.words;
  }

  private pointer(at: number, depth: number): boolean {
    if (this.message.isNull(at)) return true;
    if (depth === 0) throw new Unreadable("nested too deeply");
    const kind = this.message.view.getUint32(8 * at, true) & 3;
    if (kind === 0) return this.lone(at, depth);
    return kind === 1 && this.list(at, depth);
  }

  private lone(at: number, depth: number): boolean {
    const ref = this.message.struct(at);
    if (ref.dataWords + ref.pointers === 0) return ref.data === at;
    if (ref.data !== this.head || !this.isTruncated(ref).every(Boolean)) return false;
    this.head += ref.dataWords + ref.pointers;
    return this.pointers(ref, depth);
  }

  private pointers(ref: StructRef, depth: number): boolean {
    const first = ref.data + ref.dataWords;
    for (let i = 0; i < ref.pointers; ++i) if (!this.pointer(first + i, depth - 1)) return false;
    return true;
  }

  // Whether its data, and its pointers, end with something.
  private isTruncated(ref: StructRef): [boolean, boolean] {
    const pointersAt = ref.data + ref.dataWords;
    return [
      ref.dataWords === 0 || !this.message.isNull(pointersAt - 1),
      ref.pointers === 0 || !this.message.isNull(pointersAt + ref.pointers - 1),
    ];
  }

  private list(at: number, depth: number): boolean {
    const list = this.message.list(at);
    if (list.at !== this.head) return false;
    if (list.element) return this.composite(list, list.element, depth);
    const bits = list.count * kBits[list.elementSize]!;
    this.head += Math.ceil(bits / 64);
    if (list.elementSize !== 6) return this.isPadded(list.at, bits);
    for (let i = 0; i < list.count; ++i) if (!this.pointer(list.at + i, depth - 1)) return false;
    return true;
  }

  private isPadded(at: number, bits: number): boolean {
    let byte = 8 * at + Math.floor(bits / 8);
    if (bits % 8 !== 0 && this.message.bytes[byte++]! >> (bits % 8) !== 0) return false;
    for (; byte < 8 * this.head; ++byte) if (this.message.bytes[byte] !== 0) return false;
    return true;
  }

  private composite(list: ListRef, element: StructRef, depth: number): boolean {
    this.head += 1;
    const size = element.dataWords + element.pointers;
    if (size === 0) return true;
    this.head += list.count * size;
    let data = false;
    let pointers = false;
    for (let i = 0; i < list.count; ++i) {
      const one = { ...element, data: element.data + i * size };
      const [dataEnds, pointersEnd] = this.isTruncated(one);
      data ||= dataEnds;
      pointers ||= pointersEnd;
      if (!this.pointers(one, depth)) return false;
    }
    return data && pointers;
  }
}
