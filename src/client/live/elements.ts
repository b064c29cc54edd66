/** Elements of the dev server's own, such as the error overlay: each is in a shadow root, out of reach of styles. */

/** Creates an element with a class and a text. */
export function createElement<K extends keyof HTMLElementTagNameMap>(
  name: K,
  className: string,
  text = '',
): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  element.className = className;
  element.textContent = text;
  return element;
}

/** Creates the element that has a shadow root with a style. */
export function createHost(
  name: string,
  style: string,
): { readonly host: HTMLElement; readonly shadow: ShadowRoot } {
  const host = document.createElement(name);
  const shadow = host.attachShadow({ mode: 'open' });
  shadow.append(createElement('style', '', style));
  return { host, shadow };
}

/** Creates a button that opens a position in the author's editor. */
export function createPositionButton(
  { path, line, column }: { readonly path: string; readonly line: number; readonly column: number },
  open: () => void,
): HTMLButtonElement {
  const button = createElement('button', 'position', `${path}:${line}:${column}`);
  button.title = 'Open in the editor';
  button.addEventListener('click', open);
  return button;
}
