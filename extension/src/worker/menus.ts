import type { What } from '../shared/messages.ts';

const entries: readonly { readonly id: What; readonly title: string; readonly contexts: [`${chrome.contextMenus.ContextType}`, ...`${chrome.contextMenus.ContextType}`[]] }[] = [
  { id: 'selection', title: 'Read selection', contexts: ['selection'] },
  { id: 'from-here', title: 'Read from here', contexts: ['page', 'link', 'image'] },
  { id: 'page', title: 'Read this page', contexts: ['page', 'link', 'image', 'selection'] },
];

/** The browser keeps them, so that they are made once for each version. */
export function createMenus(): void {
  chrome.contextMenus.removeAll(() => {
    for (const entry of entries) chrome.contextMenus.create({ ...entry });
  });
}

/** @returns what an entry of the menu asks for; null for none of ours. */
export function whatOf(id: string | number): What | null {
  return entries.find((entry) => entry.id === id)?.id ?? null;
}
