// The files in a ZIP archive (APPNOTE 6.3.3: stored or deflated, no ZIP64, no encryption), each unpacked when asked for.
const kEndSignature = 0x06054b50;
const kEntrySignature = 0x02014b50;
const kLocalSignature = 0x04034b50;
const kEndBytes = 22;
const kMostComment = 0xffff;
const kEntryBytes = 46;
const kLocalBytes = 30;
const kMostEntries = 1_000;
const kMostUnpacked = 64 << 20; // of one file
const kStored = 0;
const kDeflated = 8;

export class BadArchive extends Error {}

interface Entry {
  method: number;
  crc: number;
  packed: number;
  size: number;
  at: number; // of its local head
}

export class ZipArchive {
  private readonly entries = new Map<string, Entry>();
  private readonly view: DataView;

  // Throws BadArchive.
  constructor(private readonly bytes: Uint8Array<ArrayBuffer>) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const end = this.findEnd();
    const count = this.view.getUint16(end + 10, true);
    if (count > kMostEntries) throw new BadArchive("too many files");
    let at = this.view.getUint32(end + 16, true);
    for (let index = 0; index < count; ++index) at = this.readEntry(at);
  }

  // The text of a file, in UTF-8; undefined: there is none. Throws BadArchive.
  async text(name: string): Promise<string | undefined> {
    const entry = this.entries.get(name);
    if (entry === undefined) return undefined;
    this.need(entry.at, kLocalBytes, kLocalSignature);
    const from = entry.at + kLocalBytes + this.view.getUint16(entry.at + 26, true) + this.view.getUint16(entry.at + 28, true);
    if (from + entry.packed > this.bytes.length || entry.size > kMostUnpacked) throw new BadArchive(name);
    const packed = this.bytes.subarray(from, from + entry.packed);
    if (entry.method !== kStored && entry.method !== kDeflated) throw new BadArchive(name);
    const plain = entry.method === kStored ? packed : await inflated(packed, entry.size);
    if (crc32(plain) !== entry.crc) throw new BadArchive(name);
    return new TextDecoder().decode(plain);
  }

  private findEnd(): number {
    const least = Math.max(0, this.bytes.length - kEndBytes - kMostComment);
    for (let at = this.bytes.length - kEndBytes; at >= least; --at) if (this.view.getUint32(at, true) === kEndSignature) return at;
    throw new BadArchive("no archive");
  }

  private readEntry(at: number): number {
    this.need(at, kEntryBytes, kEntrySignature);
    const [name_bytes, extra, comment] = [28, 30, 32].map((field) => this.view.getUint16(at + field, true)) as [number, number, number];
    const encrypted = (this.view.getUint16(at + 8, true) & 1) !== 0;
    if (encrypted || at + kEntryBytes + name_bytes > this.bytes.length) throw new BadArchive("encrypted, or cut off");
    const name = new TextDecoder().decode(this.bytes.subarray(at + kEntryBytes, at + kEntryBytes + name_bytes));
    this.entries.set(name, { method: this.view.getUint16(at + 10, true), crc: this.view.getUint32(at + 16, true), packed: this.view.getUint32(at + 20, true),
      size: this.view.getUint32(at + 24, true), at: this.view.getUint32(at + 42, true) });
    return at + kEntryBytes + name_bytes + extra + comment;
  }

  private need(at: number, bytes: number, signature: number): void {
    if (at + bytes > this.bytes.length || this.view.getUint32(at, true) !== signature) throw new BadArchive("torn");
  }
}

// Of ISO 3309, with the polynomial 0x04C11DB7 reflected.
function crc32(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; ++bit) sum = (sum >>> 1) ^ (0xedb88320 & -(sum & 1));
  }
  return (sum ^ 0xffffffff) >>> 0;
}

// Exactly as many bytes as were promised: a small file that unpacks without end is left at the promise.
async function inflated(packed: Uint8Array<ArrayBuffer>, size: number): Promise<Uint8Array> {
  const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader();
  const out = new Uint8Array(size);
  let filled = 0;
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      if (filled + read.value.length > size) throw new RangeError();
      out.set(read.value, filled);
      filled += read.value.length;
    }
  } catch {
    await reader.cancel().catch(() => undefined);
    throw new BadArchive("torn, or longer than it says");
  }
  if (filled !== size) throw new BadArchive("shorter than it says");
  return out;
}
