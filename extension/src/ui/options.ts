import { Server, type Look } from '../shared/server.ts';
import { loadSettings, onSettings, saveSettings, type Settings } from '../shared/settings.ts';
import { addressOf, moveTo, noAddress } from './address.ts';
import { Choices } from './choices.ts';
import { byId, say } from './dom.ts';
import { listShortcuts, openShortcutsBy } from './shortcuts.ts';
import { page, ServerWatch } from './watch.ts';

const [address, pair, forget] = [byId<HTMLInputElement>('address'), byId<HTMLButtonElement>('pair'), byId<HTMLButtonElement>('forget')];
const switches = [...byId('skip').querySelectorAll('input')];

let settings = await loadSettings();
const choices = new Choices(byId('choices'), settings);
const watch = new ServerWatch(page, (look) => {
  if (look.state === 'there') choices.showVoices(look.voices);
  say(byId('state'), stateOf(look));
});

function stateOf(look: Look): string {
  const { server, token } = settings;
  switch (look.state) {
    case 'gone':
      return `Nothing answers at ${server}.`;
    case 'foreign':
      return `What answers at ${server} is no Kokoro server that knows this extension.`;
    case 'unpaired':
      return token === null ? `There is a server at ${server}; it is not connected yet.` : `The server at ${server} no longer knows this extension.`;
    case 'starting':
      return `Connected to ${server}, which is getting ready.`;
    case 'there':
      return `Connected to ${server}, which speaks with ${look.model}.`;
  }
}

function show(changed: Settings): void {
  settings = changed;
  choices.show(settings);
  for (const each of switches) each.checked = settings.skip[each.name as keyof Settings['skip']];
  if (document.activeElement !== address) address.value = settings.server;
  pair.textContent = settings.token === null ? 'Pair' : 'Pair again';
  forget.disabled = settings.token === null;
}

function use(changed: Settings): void {
  const isOther = changed.server !== settings.server || changed.token !== settings.token;
  show(changed);
  byId('saved').textContent = 'Saved'; // written each time, so that each is announced
  if (isOther) void watch.use(new Server(settings));
}

for (const each of switches) each.addEventListener('change', () => void saveSettings({ skip: { ...settings.skip, [each.name]: each.checked } }));
pair.addEventListener('click', () => void chrome.tabs.create({ url: chrome.runtime.getURL('setup.html') }));
forget.addEventListener('click', () => {
  pair.focus();
  void saveSettings({ token: null });
});
byId('address-form').addEventListener('submit', (event) => {
  event.preventDefault();
  const server = addressOf(address.value);
  say(byId('address-problem'), server === null ? noAddress : '');
  address.setAttribute('aria-invalid', String(server === null));
  if (server === null) return address.focus();
  address.value = server;
  void moveTo(server);
});
openShortcutsBy('change-shortcuts');
page.onVisible(() => void listShortcuts(byId('shortcuts')));

onSettings(use);
show(settings);
void listShortcuts(byId('shortcuts'));
void watch.use(new Server(settings));
