import type { PlaceMessage } from '../offscreen/announcer.ts';
import type { PlayerParts } from '../offscreen/parts.ts';
import { ReadingPlayer } from '../offscreen/player.ts';
import type { Span } from '../shared/messages.ts';
import { sentenceOf } from '../shared/problem.ts';
import { defaults } from '../shared/settings.ts';
import type { SpeechEvent, Utterance } from './messages.ts';

export interface EngineParts extends PlayerParts {
  /** @param volume 0 to 1 */
  readonly setVolume: (volume: number) => void;
}

export interface EngineEvents {
  speech(request: number, event: SpeechEvent): void;
  close(): void;
}

interface Pending {
  readonly due: number;
  readonly word: Span | null;
  readonly cancel: () => void;
}

/** Speaks the browser's utterances with the player of the reader, and reports each word when it is heard. */
export class Engine {
  private readonly player: ReadingPlayer;
  private utterance: Utterance | null = null;
  private hasStarted = false;
  private lastWord = -1;
  private pending: Pending[] = [];

  constructor(
    private readonly parts: EngineParts,
    private readonly events: EngineEvents,
  ) {
    const player = { changed: () => this.changed(), place: (message: PlaceMessage) => this.place(message), over: () => this.over(), again: () => {}, keep: () => {}, close: () => events.close() };
    this.player = new ReadingPlayer(parts, player, defaults);
  }

  /** Says this instead of whatever is said. */
  speak(utterance: Utterance): void {
    this.stop();
    [this.utterance, this.hasStarted, this.lastWord] = [utterance, false, -1];
    this.parts.setVolume(utterance.volume);
    const reading = { id: String(utterance.request), url: '', title: 'Kokoro Voices', language: null, blocks: [utterance.text], start: { block: 0, offset: 0 } };
    const answer = this.player.play(reading, null, utterance.settings);
    if (!answer.ok) this.finish({ type: 'end', charIndex: utterance.text.length }); // nothing to say is soon said
  }

  stop(): void {
    this.player.stop();
  }

  pause(): void {
    if (this.utterance !== null && this.player.status.state !== 'paused') this.player.toggle();
  }

  resume(): void {
    if (this.utterance !== null && this.player.status.state === 'paused') this.player.toggle();
  }

  private changed(): void {
    const { state, problem } = this.player.status;
    if (state === 'failed') this.finish({ type: 'error', errorMessage: problem === null ? 'Kokoro could not speak this.' : sentenceOf(problem) });
  }

  /** Takes the place of all that is due later. */
  private place({ due, word }: PlaceMessage): void {
    for (const each of this.pending) if (each.due > due) each.cancel();
    this.pending = this.pending.filter((each) => each.due <= due);
    const cancel = this.parts.after(Math.max(0, due - this.parts.now()), () => this.hear());
    this.pending.push({ due, word, cancel });
  }

  /** Reports what is due. */
  private hear(until = this.parts.now()): void {
    while (this.pending.length > 0 && this.pending[0]!.due <= until) {
      const { word } = this.pending.shift()!;
      if (!this.hasStarted) this.report({ type: 'start', charIndex: 0 });
      this.hasStarted = true;
      if (word !== null && word.start !== this.lastWord) this.report({ type: 'word', charIndex: word.start, length: word.end - word.start });
      this.lastWord = word?.start ?? this.lastWord;
    }
  }

  private over(): void {
    const isEnded = this.player.status.state === 'ended';
    if (isEnded) this.hear(Infinity);
    if (this.utterance === null) return;
    this.finish(isEnded ? { type: 'end', charIndex: this.utterance.text.length } : { type: this.hasStarted ? 'interrupted' : 'cancelled' });
  }

  private finish(event: SpeechEvent): void {
    for (const each of this.pending) each.cancel();
    this.pending = [];
    this.report(event);
    this.utterance = null;
  }

  private report(event: SpeechEvent): void {
    if (this.utterance !== null) this.events.speech(this.utterance.request, event);
  }
}
