// Elements by code alone: what comes from an archive is only ever text, never HTML.

type Child = Node | string | undefined;

export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag, properties: Partial<HTMLElementTagNameMap[Tag]> = {}, ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const made = Object.assign(document.createElement(tag), properties);
  for (const child of children) if (child !== undefined) made.append(child);
  return made;
}

// An element that page.html has.
export function byId<Kind extends HTMLElement = HTMLElement>(id: string): Kind {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no ${id}`);
  return found as Kind;
}

export function cell(text: string, className = ""): HTMLTableCellElement {
  return element("td", { textContent: text, className });
}

export const heading = (text: string): HTMLHeadingElement => element("h2", { textContent: text });
export const paragraph = (text: string, className = ""): HTMLParagraphElement =>
  element("p", { textContent: text, className });
