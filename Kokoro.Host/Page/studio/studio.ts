import { Player, type PlayerState } from '../player/player.ts';
import { WebAudioOut } from '../player/web-audio.ts';
import { Bar } from './bar.ts';
import { element } from './dom.ts';
import { onTextFile } from './files.ts';
import { Hood } from './hood.ts';
import { ReadingView } from './reading.ts';
import { sentenceOf } from './sentence.ts';
import { Server } from './server.ts';
import { load, save } from './settings.ts';
import { VoiceList, type Voices } from './voices.ts';

const sampleText = 'This is how I sound. I hope that you like it.';
const lookEvery = 1000;

const [text, reading, problem, unlock] = [element<HTMLTextAreaElement>('text'), element('reading'), element('problem'), element<HTMLFormElement>('unlock')];
const [play, stop, sample, download] = [element<HTMLButtonElement>('play'), element<HTMLButtonElement>('stop'), element<HTMLButtonElement>('sample'), element<HTMLButtonElement>('download')];
const [speed, speedValue, voice] = [element<HTMLInputElement>('speed'), element<HTMLOutputElement>('speed-value'), element<HTMLSelectElement>('voice')];

const settings = load(localStorage);
const session = [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
const server = new Server(localStorage);
const hood = new Hood(server);
const voices = new VoiceList(server, showVoices);
const player = new Player(
  '',
  {
    fetch: (path, init) => server.fetch(path, init),
    createOut: () => new WebAudioOut(24_000),
    every: (milliseconds, act) => {
      const timer = setInterval(act, milliseconds);
      return () => clearInterval(timer);
    },
  },
  () => show(),
);
const view = new ReadingView(reading, (offset) => void player.seekToWord(offset));
const bar = new Bar(player);

/** What is being spoken, or was last; null for a sample of a voice. */
let spoken: { readonly text: string; readonly voice: string } | null = null;
let isFollowed = false;

function begin(what: string, isSample: boolean): void {
  spoken = isSample ? null : { text: what, voice: voice.value };
  isFollowed = false;
  if (!isSample) view.show(what);
  void player.speak({ text: what, session, ...(voice.value === '' ? {} : { voice: voice.value }) });
}

/** What the player does with the text; a sample of a voice is no part of it. */
function textState(): PlayerState {
  return spoken === null ? 'idle' : player.state;
}

/** What one key and one button do: play, pause, go on, play again. */
function toggle(): void {
  switch (textState()) {
    case 'playing':
      return void player.pause();
    case 'paused':
      return void player.resume();
    case 'loading':
      return;
    case 'ended':
      if (spoken?.text === text.value && spoken?.voice === voice.value) return void player.seek(0);
  }
  if (text.value.trim() === '') complain('There is nothing to speak yet; type or paste a text.');
  else begin(text.value, false);
}

function halt(): void {
  const wasReading = !reading.hidden;
  player.stop();
  if (wasReading) text.focus();
}

function complain(sentence: string | null): void {
  if (problem.textContent !== (sentence ?? '')) problem.textContent = sentence;
  problem.hidden = sentence === null;
}

const playNames: Partial<Record<PlayerState, string>> = { loading: 'One moment', playing: 'Pause', paused: 'Go on', ended: 'Again' };

function show(): void {
  const isOn = player.state === 'loading' || player.state === 'playing' || player.state === 'paused';
  const isReading = spoken !== null && (isOn || player.state === 'ended');
  play.textContent = playNames[textState()] ?? 'Play';
  stop.textContent = textState() === 'ended' ? 'Edit' : 'Stop';
  stop.disabled = !isReading && !isOn;
  text.hidden = isReading;
  reading.hidden = !isReading;
  download.disabled = !player.isComplete || spoken === null;
  if (player.meta !== null && !isFollowed) {
    isFollowed = true;
    hood.follow(player.meta.id);
  }
  showProblem(isOn);
}

function showProblem(isOn: boolean): void {
  if (player.problem === null) {
    if (isOn) complain(null);
    return;
  }
  complain(sentenceOf(player.problem));
  if (player.state === 'failed' && player.problem.start !== undefined && player.problem.end !== undefined) {
    text.focus();
    text.setSelectionRange(player.problem.start, player.problem.end);
  }
}

/** Once for every picture that the screen shows: the word that is heard is the one that is lit. */
function picture(): void {
  requestAnimationFrame(picture);
  if (spoken !== null) view.light(player.word);
  bar.show(Number(speed.value));
}

function showVoices(list: Voices): void {
  const chosen = voice.value === '' ? settings.voice : voice.value;
  voice.replaceChildren(...list.voices.map(({ id, name, language }) => new Option(`${name} (${language})`, id)));
  voice.value = list.voices.some(({ id }) => id === chosen) ? chosen : list.default;
}

function showSpeed(): void {
  speedValue.textContent = `${Number(speed.value)}×`;
  player.setSpeed(Number(speed.value));
}

play.addEventListener('click', toggle);
stop.addEventListener('click', halt);
sample.addEventListener('click', () => begin(sampleText, true));
speed.addEventListener('input', showSpeed);
for (const each of [speed, voice]) each.addEventListener('change', () => save(localStorage, { voice: voice.value, speed: Number(speed.value) }));
download.addEventListener('click', () => {
  const link = Object.assign(document.createElement('a'), { href: URL.createObjectURL(player.toWav()), download: 'kokoro.wav' });
  link.click();
  URL.revokeObjectURL(link.href);
});
addEventListener('keydown', (event) => {
  const isPlayKey = (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) || (event.key === ' ' && event.target === reading);
  if (isPlayKey) event.preventDefault();
  if (isPlayKey && !event.repeat) toggle();
  else if (event.key === 'Escape') halt();
});
onTextFile(
  element<HTMLInputElement>('file'),
  text,
  (content) => {
    player.stop();
    complain(null);
    text.value = content;
  },
  complain,
);
unlock.addEventListener('submit', (event) => {
  event.preventDefault();
  server.remember(element<HTMLInputElement>('token').value);
  void look();
});

async function look(): Promise<void> {
  const { state, model } = await hood.refresh();
  unlock.hidden = state !== 'locked';
  await voices.follow(model);
}

function watch(): void {
  const next = (): void => void setTimeout(watch, lookEvery);
  if (document.hidden) next();
  else void look().finally(next);
}

speed.value = String(settings.speed);
showSpeed();
show();
picture();
watch();
