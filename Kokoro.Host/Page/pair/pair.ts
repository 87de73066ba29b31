import { readerId, voicesId } from '../../../extension/src/shared/ids.ts';
import type { Problem } from '../player/frames.ts';
import { element } from '../studio/dom.ts';
import { sentenceOf } from '../studio/sentence.ts';
import { Server } from '../studio/server.ts';
import { spelled, viewOf, type CodeState, type Shown } from './code.ts';
import { offerCode, offeredTo, type Runtime } from './connect.ts';

const lookEvery = 1000;
const offered = 'The extension has the code. Say Yes in its page to connect.';
const notItsToken = 'That is not its token; try again.';
const nobody = 'No extension answers. Install Kokoro Reader in this browser, or type the code into its page.';

const [unlock, token, card, code] = [element<HTMLFormElement>('unlock'), element<HTMLInputElement>('token'), element('card'), element('code')];
const [valid, status, problem] = [element('valid'), element('status'), element('problem')];
const [connect, renew] = [element<HTMLButtonElement>('connect'), element<HTMLButtonElement>('renew')];
const server = new Server(localStorage);
const runtime = (globalThis as { chrome?: { runtime?: Runtime } }).chrome?.runtime;

let shown: Shown | null = null;

/** A live region speaks at every change, so it is not written twice with the same. */
function say(sentence: string): void {
  if (status.textContent !== sentence) status.textContent = sentence;
}

function complain(sentence: string | null): void {
  if (problem.textContent !== (sentence ?? '')) problem.textContent = sentence;
  problem.hidden = sentence === null;
}

/** @returns null where there is no answer to use; the person has been told why. */
async function ask<T>(method: 'GET' | 'POST'): Promise<T | null> {
  try {
    const response = await server.fetch('/pair/code', { method });
    unlock.hidden = response.status !== 401;
    if (response.ok) {
      complain(null);
      return (await response.json()) as T;
    }
    if (response.status === 401) complain(server.forget() ? notItsToken : null);
    else complain(sentenceOf((await response.json()) as Problem));
  } catch (error) {
    if (!(error instanceof TypeError || error instanceof SyntaxError)) throw error;
    complain('The server does not answer. Start it, then make a new code.');
  }
  return null;
}

async function make(): Promise<void> {
  say('');
  const made = await ask<Shown>('POST');
  if (made === null) return;
  shown = made;
  card.hidden = false;
  code.textContent = made.code;
  element('spelled').textContent = `The code is ${spelled(made.code)}.`;
  show({ id: made.id, state: 'open', seconds_left: made.seconds });
}

function show(state: CodeState): void {
  if (shown === null) return;
  const view = viewOf(shown, state);
  valid.textContent = view.left;
  connect.disabled = !view.isOpen;
  code.classList.toggle('dead', !view.isOpen);
  if (view.news !== '') say(view.news);
  if (!view.isOpen) shown = null;
}

async function offer(): Promise<void> {
  if (shown !== null) say((await offerCode(runtime, offeredTo(location.hash, [readerId, voicesId]), shown.code)) ? offered : nobody);
}

async function watch(): Promise<void> {
  if (shown !== null && !document.hidden) {
    const state = await ask<CodeState>('GET');
    if (state !== null) show(state);
  }
  setTimeout(() => void watch(), lookEvery);
}

connect.addEventListener('click', () => void offer());
renew.addEventListener('click', () => void make());
unlock.addEventListener('submit', (event) => {
  event.preventDefault();
  server.remember(token.value);
  void make();
});

void make().finally(() => void watch());
