import { Server } from '../offscreen/server.ts';
import { surroundings } from '../offscreen/surroundings.ts';
import type { Voice } from '../shared/server.ts';
import { loadSettings, onSettings } from '../shared/settings.ts';
import { keepPairing, showSetup } from '../worker/pairing.ts';
import { closePlayer, ensurePlayer, hasPlayer } from '../worker/player.ts';
import { Commands } from './commands.ts';
import type { FromEngine, SpeechEvent } from './messages.ts';
import { requestIdOf } from './request-id.ts';

/** Routes between the browser and the player, and knows nothing: the browser ends this worker whenever it likes, also in the middle of an utterance. */

/** Of the browser, but not in its types: what the function that comes with an utterance calls. */
const ttsEngine = chrome.ttsEngine as typeof chrome.ttsEngine & { sendTtsEvent: (request: number, event: SpeechEvent) => void };

const voicesKey = 'voices';

const commands = new Commands({
  settings: loadSettings,
  voices: (settings) => {
    const { fetch, after } = surroundings();
    return new Server(fetch, () => settings, after).voices();
  },
  knownVoices: async () => ((await chrome.storage.local.get(voicesKey))[voicesKey] ?? []) as Voice[],
  keepVoices: (voices) => chrome.storage.local.set({ [voicesKey]: voices }),
  updateVoices: (voices) => chrome.ttsEngine.updateVoices(voices as chrome.tts.TtsVoice[]),
  openPlayer: ensurePlayer,
  hasPlayer,
  send: (message) => chrome.runtime.sendMessage(message),
  report: (request, event) => ttsEngine.sendTtsEvent(request, event),
});

// The token is the extension's; scripts in pages are not to see it.
void chrome.storage.local.setAccessLevel({ accessLevel: 'TRUSTED_CONTEXTS' });

chrome.runtime.onInstalled.addListener(({ reason }) => {
  void commands.refresh();
  if (reason === 'install') void showSetup();
});
chrome.runtime.onStartup.addListener(() => void commands.refresh());
onSettings(() => void commands.refresh());

chrome.ttsEngine.onSpeak.addListener((text, options, sendTtsEvent) => {
  const request = requestIdOf(sendTtsEvent as (event: SpeechEvent) => void, ttsEngine);
  if (request === null) sendTtsEvent({ type: 'error', errorMessage: 'Kokoro Voices does not know this version of the browser; update the extension.' } as chrome.tts.TtsEvent);
  else void commands.speak(request, text, options);
});
chrome.ttsEngine.onStop.addListener(() => void commands.tell('stop'));
chrome.ttsEngine.onPause.addListener(() => void commands.tell('pause'));
chrome.ttsEngine.onResume.addListener(() => void commands.tell('resume'));

chrome.runtime.onMessage.addListener((message: FromEngine) => {
  if (message.to !== 'worker') return;
  if (message.type === 'speech') ttsEngine.sendTtsEvent(message.request, message.event);
  if (message.type === 'close-player') void closePlayer();
});

chrome.runtime.onMessageExternal.addListener((message: unknown, sender, answer: (response: { ok: boolean }) => void) => {
  void keepPairing(message, sender.origin, Date.now()).then((ok) => answer({ ok }));
  return true;
});
