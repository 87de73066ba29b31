/** The element of this page with this id. */
export function element<T extends Element = HTMLElement>(id: string): T {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`this page has no element '${id}'`);
  return found as Element as T;
}
