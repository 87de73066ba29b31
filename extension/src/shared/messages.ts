/**
 * What the parts of the extension say to each other. The worker routes and holds nothing; the player, in the offscreen page, fetches, plays and knows where it
 * is; the reader, injected into a page, finds the text and lights the words; the views are popup and side panel. Reader and views talk to the player over ports
 * of their own, so that nothing of it passes through the worker, which the browser ends whenever it likes.
 */
import type { Problem } from '../../../Kokoro.Host/Page/player/frames.ts';
import type { Settings } from './settings.ts';

/** `new`: the selection, else the page. */
export type What = 'page' | 'selection' | 'from-here' | 'new';

/** UTF-16 offset into the text of a block. */
export interface Place {
  readonly block: number;
  readonly offset: number;
}

/** Part of one block, UTF-16 offsets. */
export interface Span {
  readonly block: number;
  readonly start: number;
  readonly end: number;
}

/** A text to read: one string for each block of the page, in the order of reading. */
export interface Reading {
  readonly id: string;
  readonly url: string;
  readonly title: string;
  /** BCP 47, as the page says; null where it says nothing. */
  readonly language: string | null;
  readonly blocks: readonly string[];
  /** Where to begin. */
  readonly start: Place;
}

/** What is needed to go on after the player's page was closed; it goes with the browser. */
export interface Snapshot {
  readonly reading: Reading;
  readonly place: Place;
  readonly tab: number | null;
}

export type PlayerState = 'idle' | 'loading' | 'playing' | 'paused' | 'waiting' | 'ended' | 'failed';

export interface PlayerStatus {
  /** `waiting`: the server went away in the middle; reading goes on where it was as soon as it is back. */
  readonly state: PlayerState;
  readonly reading: string | null;
  readonly title: string;
  readonly sentence: Span | null;
  readonly word: Span | null;
  /** 0 to 1, of the characters to read. */
  readonly progress: number;
  /** Seconds at the present speed; null until that can be said. */
  readonly secondsLeft: number | null;
  readonly problem: Problem | null;
}

/** Where nothing is read. */
export const idle: PlayerStatus = { state: 'idle', reading: null, title: '', sentence: null, word: null, progress: 0, secondsLeft: null, problem: null };

/** Views, and the player, to the worker. */
export type ToWorker =
  | { readonly to: 'worker'; readonly type: 'read'; readonly what: What; readonly tab?: number }
  | { readonly to: 'worker'; readonly type: 'read-text'; readonly text: string; readonly title: string }
  /** Goes on with the snapshot, where there is no player. Answer: `Answer`. */
  | { readonly to: 'worker'; readonly type: 'resume' }
  /** The player keeps its place; null: there is nothing to go on with. */
  | { readonly to: 'worker'; readonly type: 'keep'; readonly snapshot: Snapshot | null }
  /** The player reads again what was over: its page is to follow it once more. The snapshot is kept before. */
  | { readonly to: 'worker'; readonly type: 'again'; readonly reading: string; readonly tab: number }
  /** The page that follows this reading has gone: it may be loaded anew. */
  | { readonly to: 'worker'; readonly type: 'left'; readonly reading: string }
  /** The player has long been silent. */
  | { readonly to: 'worker'; readonly type: 'close-player' }
  /** The player, at each change of its state: for the badge, where no view is open. */
  | { readonly to: 'worker'; readonly type: 'state'; readonly state: PlayerState; readonly title: string; readonly problem: Problem | null };

/** The worker's answer to `read`, `read-text` and `resume`. */
export type Answer = { readonly ok: true; readonly reading: string } | { readonly ok: false; readonly problem: Problem };

/** The worker to the player. */
export type ToPlayer =
  /** Answer: `Answer`. Ends what is being read. */
  | { readonly to: 'player'; readonly type: 'play'; readonly reading: Reading; readonly tab: number | null; readonly settings: Settings }
  | { readonly to: 'player'; readonly type: 'toggle' }
  | { readonly to: 'player'; readonly type: 'settings'; readonly settings: Settings };

/** The worker to the reader in a page. */
export type ToReader =
  /** Answer: `Collected`. */
  | { readonly to: 'reader'; readonly type: 'collect'; readonly what: What; readonly settings: Settings }
  /** Connect to the player and light what it says; answer: whether it holds that text. `reading` is of the last `collect`; `as`: under which it is already read. */
  | { readonly to: 'reader'; readonly type: 'follow'; readonly reading: string; readonly as?: string };

/** `id` of the reading is the reader's own choice: random. */
export type Collected = { readonly ok: true; readonly reading: Reading } | { readonly ok: false; readonly problem: Problem };

/** The worker to all views: a player is there, connect to it. */
export interface ToViews {
  readonly to: 'views';
  readonly type: 'player-is-there';
}

/** Port `reader`: the reader in a page to the player; `hello` comes first. */
export type ReaderToPlayer =
  | { readonly type: 'hello'; readonly reading: string }
  | { readonly type: 'jump'; readonly place: Place }
  | { readonly type: 'stop' };

/**
 * Port `reader`: the player to the reader. `due`: when the word is heard, as milliseconds since 1970. Words are said a little early; after a pause, a jump or
 * another speed a message comes that is due now: each message takes the place of all before it that are due later than itself.
 */
export type PlayerToReader =
  | { readonly type: 'place'; readonly sentence: Span | null; readonly word: Span | null; readonly due: number }
  /** This reading is over: nothing is lit any more, the port closes. */
  | { readonly type: 'over' };

/** Port `view`: popup and side panel to the player. */
export type ViewToPlayer =
  | { readonly type: 'toggle' }
  | { readonly type: 'stop' }
  | { readonly type: 'back' }
  | { readonly type: 'forward' }
  | { readonly type: 'jump'; readonly place: Place };

/** Port `view`: the player to popup and side panel. `text` at the beginning and for each new reading, `status` then and at each change. */
export type PlayerToView =
  | { readonly type: 'text'; readonly reading: Reading | null }
  | { readonly type: 'status'; readonly status: PlayerStatus };

/** The last snapshot that was kept, in `chrome.storage.session`, so that a view can offer to go on with it. */
export const snapshotKey = 'snapshot';

/** Why the last key or menu entry read nothing, in `chrome.storage.session`, until something is read: a `Problem` for the view that is opened to show it. */
export const refusalKey = 'refusal';

/** What a server's page `/pair` sent, in `chrome.storage.session`: `{origin, code, at}`, `at` in milliseconds since 1970. */
export const pairingKey = 'pairing';

export const readerPort = 'reader';
export const viewPort = 'view';
