// Somebody wants to see a clause of the regulation that stands behind what the page says.
const kEvent = "letopis-clause";

export function askClause(clause: string): void {
  dispatchEvent(new CustomEvent(kEvent, { detail: clause }));
}

// The end of listening.
export function onClause(open: (clause: string) => void): () => void {
  const listen = (event: Event): void => open(String((event as CustomEvent<unknown>).detail));
  addEventListener(kEvent, listen);
  return () => removeEventListener(kEvent, listen);
}
