import { pairingKey } from '../shared/messages.ts';
import { exchangeCode, Pairer } from '../shared/pairing-effects.ts';
import type { PairRequest, Pairing, PairingEvent } from '../shared/pairing.ts';
import { Server, type Look } from '../shared/server.ts';
import { loadSettings, onSettings, saveSettings } from '../shared/settings.ts';
import { moveTo } from './address.ts';
import { byId, say } from './dom.ts';
import { ConnectStep } from './setup-connect.ts';
import { FindStep } from './setup-find.ts';
import { TrySteps } from './setup-try.ts';
import { page, ServerWatch } from './watch.ts';

const manifest = chrome.runtime.getManifest();

/** The companion has no player of its own to try, and this page is its popup. */
const isCompanion = manifest.tts_engine !== undefined;

let settings = await loadSettings();
let server = new Server(settings);
const watch = new ServerWatch(page, (look, { address }) => {
  if (look.state === 'there') tries?.showVoices(look.voices);
  send({ type: 'looked', server: address, state: look.state });
});

const pairer = new Pairer(
  settings.server,
  {
    look: (address): Promise<Look['state']> => serverAt(address).look().then(({ state }) => state),
    open: async (url) => void (await chrome.tabs.create({ url: `${url}#${chrome.runtime.id}` })),
    forgetRequest: () => chrome.storage.session.remove(pairingKey),
    exchange: (address, code) => exchangeCode(address, code, manifest.name),
    save: async (address, token) => void (await saveSettings({ server: address, token })),
  },
  show,
);
const send = (event: PairingEvent): void => void pairer.send(event);

const find = new FindStep({
  token: () => settings.token,
  look: () => void watch.look(),
  use: (address) => {
    void moveTo(address).then((isOther) => {
      if (!isOther) send({ type: 'address', server: address }); // else the change of the settings says it
    });
  },
  started: (address, token) => void saveSettings({ server: address, token }),
});
const connect = new ConnectStep(() => settings.server, isCompanion ? ' Its voices are among those of the browser now.' : '', send);
const tries = isCompanion ? null : new TrySteps(settings);

/** The token is sent to its own server and to no other. The same object for the same address, since it remembers that a token was refused. */
function serverAt(address: string): Server {
  const token = address === settings.server ? settings.token : null;
  if (!server.isOf({ server: address, token })) server = new Server({ server: address, token });
  return server;
}

function show(pairing: Pairing): void {
  find.show(pairing);
  connect.show(pairing);
  const isFound = pairing.step !== 'looking' && pairing.step !== 'gone' && pairing.step !== 'foreign';
  const isPaired = pairing.step === 'paired';
  for (const [id, isDone, isOpen] of [['step-find', isFound, true], ['step-connect', isPaired, isFound], ['step-hear', false, isPaired], ['step-try', false, isPaired]] as const) {
    byId(id).classList.toggle('done', isDone);
    byId(id).classList.toggle('later', !isOpen);
  }
  for (const id of ['hearing', 'trying']) byId(id).hidden = !isPaired;
  if (server.address !== pairing.server) void watch.use(serverAt(pairing.server));
}

async function takeRequest(request: PairRequest | undefined): Promise<void> {
  if (request !== undefined) await pairer.send({ type: 'requested', request, now: Date.now() });
  else await pairer.send({ type: 'no', server: settings.server }); // answered in another window
}

say(byId('name'), manifest.name);
document.title = `Set up ${manifest.name}`;
document.body.classList.toggle('companion', isCompanion);
onSettings((changed) => {
  const isOther = changed.server !== settings.server;
  settings = changed;
  tries?.show(changed);
  if (isOther && pairer.now.step !== 'exchanging') send({ type: 'address', server: changed.server });
  void watch.use(serverAt(changed.server));
});
chrome.storage.onChanged.addListener((changes, area) => {
  if (area === 'session' && changes[pairingKey] !== undefined) void takeRequest(changes[pairingKey].newValue as PairRequest | undefined);
});

show(pairer.now);
await watch.use(server);
const { [pairingKey]: kept } = await chrome.storage.session.get(pairingKey);
if (kept !== undefined) await takeRequest(kept as PairRequest);
