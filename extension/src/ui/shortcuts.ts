import { byId, make } from './dom.ts';

/** The browser names the key that opens the popup by itself, and so without a description. */
const popupCommand = '_execute_action';

/** What is really assigned: a shortcut that something else has taken stays without a key, and nobody is told. @returns null where there is none. */
export async function keyOf(name: string): Promise<string | null> {
  const command = (await chrome.commands.getAll()).find((each) => each.name === name);
  return command?.shortcut ? command.shortcut : null;
}

/** Lists them in `dl`, and again whenever the page is come back to from where they are changed. */
export async function listShortcuts(dl: HTMLElement): Promise<void> {
  const commands = await chrome.commands.getAll();
  dl.replaceChildren(
    ...commands.map(({ name, description, shortcut }) =>
      make('div', {}, make('dt', {}, name === popupCommand ? 'Open the player' : (description ?? '')), make('dd', {}, shortcut ? keys(shortcut) : 'not assigned')),
    ),
  );
}

/** @param shortcut as the browser writes it: "Alt+Shift+S", on a Mac "⌥⇧S" */
export function keys(shortcut: string): HTMLElement {
  return make('kbd', {}, shortcut);
}

/** A page of the browser's own, to which no link may lead. */
export function openShortcutsBy(id: string): void {
  byId(id).addEventListener('click', () => void chrome.tabs.create({ url: 'chrome://extensions/shortcuts' }));
}
