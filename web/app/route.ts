// The state of a page is its address, and the address is the fragment: "#/diary/417?week=2026-03-09".
// No browser sends a fragment, so no server's or proxy's log hears who looked at whom.
export interface Route {
  page: string;
  parts: string[];
  query: URLSearchParams;
}

export function parseRoute(fragment: string): Route {
  const [path = "", query = ""] = fragment.replace(/^#?\/?/, "").split("?", 2);
  const parts = path.split("/").map(decoded);
  return { page: parts[0] ?? "", parts: parts.slice(1), query: new URLSearchParams(query) };
}

export function printRoute(page: string, parts: readonly (string | number)[] = [], query: Record<string, string> = {}): string {
  const path = [page, ...parts.map(String)].map(encodeURIComponent).join("/");
  const asked = new URLSearchParams(query).toString();
  return `#/${path}${asked === "" ? "" : `?${asked}`}`;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part; // a hand typed a lone percent sign
  }
}
