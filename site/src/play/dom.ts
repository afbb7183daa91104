// Making elements. Text only, never markup: what programs print cannot become part of the page.

export function find<T extends HTMLElement>(id: string): T {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no element #${id}`);
  return found as T;
}

export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: { class?: string; text?: string; title?: string } = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  if (properties.class) made.className = properties.class;
  if (properties.text !== undefined) made.textContent = properties.text;
  if (properties.title) made.title = properties.title;
  made.append(...children);
  return made;
}

export function button(text: string, onPress: () => void, className = "quiet"): HTMLButtonElement {
  const made = element("button", { class: className, text });
  made.type = "button";
  made.addEventListener("click", onPress);
  return made;
}

/** A table of texts: a caption, a heading a column, the first cell of a row is its heading. */
export function table(
  caption: string,
  columns: readonly string[],
  rows: readonly (readonly (string | Node)[])[],
): HTMLTableElement {
  const made = document.createElement("table");
  if (caption) made.createCaption().textContent = caption;
  const head = made.createTHead().insertRow();
  for (const name of columns) {
    const cell = element(name ? "th" : "td", { text: name });
    if (cell instanceof HTMLTableCellElement && name) cell.scope = "col";
    head.append(cell);
  }
  const body = made.createTBody();
  for (const cells of rows) {
    const row = body.insertRow();
    for (const content of cells) row.insertCell().append(content);
  }
  return made;
}

/** A box that scrolls when what it holds is wider; with the keyboard too. */
export function scrolling(content: Node | string, label: string): HTMLElement {
  const box = element("div", { class: "scroll" }, content);
  box.tabIndex = 0;
  box.role = "region";
  box.setAttribute("aria-label", label);
  return box;
}

/** Tabs as the ARIA practices have them: arrows move, one is in the tab order. */
export function fillTabs(
  host: HTMLElement,
  tabs: readonly { name: string; label: string; color?: string; edited?: boolean }[],
  chosen: string,
  choose: (name: string) => void,
  panel?: (name: string) => string,
): void {
  const hadFocus = host.contains(document.activeElement);
  const made = tabs.map(({ name, label, color, edited }, index) => {
    const tab = button(label, () => choose(name), edited ? "edited" : "");
    tab.role = "tab";
    tab.dataset["name"] = name;
    if (color) tab.style.setProperty("--lane", `var(${color})`);
    if (panel) {
      tab.id = `tab-${panel(name)}`;
      tab.setAttribute("aria-controls", panel(name));
    }
    tab.setAttribute("aria-selected", String(name === chosen));
    tab.tabIndex = name === chosen ? 0 : -1;
    tab.addEventListener("keydown", (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (!step) return;
      event.preventDefault();
      choose(tabs[(index + step + tabs.length) % tabs.length]?.name as string);
    });
    return tab;
  });
  host.replaceChildren(...made);
  if (hadFocus) made.find((tab) => tab.dataset["name"] === chosen)?.focus();
}
