// Page elements, made in one expression.
import { askClause } from "../client/clause_asked";

type Attributes = Record<string, string>;
export type Child = Node | string;

export function make<Name extends keyof HTMLElementTagNameMap>(name: Name, attributes: Attributes = {}, ...children: Child[]):
HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

// Why something is not possible; a click on the clause behind it tells what it asks for.
export function reasonWith(text: string, clause: string | undefined): Child[] {
  if (clause === undefined || clause === "") return [text];
  const button = make("button", { type: "button", class: "clause" }, clause);
  button.addEventListener("click", () => askClause(clause));
  return [`${text} (`, button, ")"];
}

let labels = 0;

// A control under its label.
export function labelled<Control extends HTMLElement>(text: string, control: Control): HTMLElement {
  control.id ||= `field-${++labels}`;
  return make("div", { class: "field" }, make("label", { for: control.id }, text), control);
}

export function choice(options: readonly { value: string; text: string }[], chosen: string): HTMLSelectElement {
  const made = make("select");
  for (const { value, text } of options) {
    const option = make("option", { value }, text);
    option.selected = value === chosen;
    made.append(option);
  }
  return made;
}
