// The log's newest checkpoint, as its note has it, to be shown beside what is about to be signed. Here it
// is only shown: whether it is true the pages of checking say.
export interface CheckpointNow {
  size: string;
  root: string; // Base64
}

export function readCheckpoint(note: string): CheckpointNow | undefined {
  const [, size, root] = note.split("\n");
  return size === undefined || root === undefined || !/^\d+$/.test(size) || root === "" ? undefined : { size, root };
}
