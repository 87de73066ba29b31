import { Refusal } from '../offscreen/server.ts';
import type { Voice } from '../shared/server.ts';
import type { Settings } from '../shared/settings.ts';
import type { SpeechEvent, ToEngine } from './messages.ts';
import { browserVoices, chosen } from './voice-list.ts';

/** What the browser says of an utterance. */
export interface SpeakOptions {
  readonly voiceName?: string;
  readonly lang?: string;
  readonly rate?: number;
  readonly volume?: number;
}

/** What the worker needs of the browser; tests bring their own. */
export interface CommandParts {
  readonly settings: () => Promise<Settings>;
  /** Asks the server. @throws Refusal */
  readonly voices: (settings: Settings) => Promise<readonly Voice[]>;
  /** Those of the last time that the server was there. */
  readonly knownVoices: () => Promise<readonly Voice[]>;
  readonly keepVoices: (voices: readonly Voice[]) => Promise<void>;
  readonly updateVoices: (voices: ReturnType<typeof browserVoices>) => void;
  /** Makes the player's page, if there is none. */
  readonly openPlayer: () => Promise<void>;
  readonly hasPlayer: () => Promise<boolean>;
  readonly send: (message: ToEngine) => Promise<unknown>;
  readonly report: (request: number, event: SpeechEvent) => void;
}

/** Passes on what the browser wants spoken, one command after the other, whatever each has to wait for. */
export class Commands {
  private last: Promise<void> = Promise.resolve();

  constructor(private readonly parts: CommandParts) {}

  speak(request: number, text: string, options: SpeakOptions): Promise<void> {
    return this.inTurn(async () => {
      const settings = await this.parts.settings();
      if (settings.token === null) return this.parts.report(request, error('Kokoro Voices is not paired with Kokoro yet; press its button beside the address bar.'));
      const voice = chosen(await this.parts.knownVoices(), options.voiceName, options.lang) ?? settings.voice;
      const utterance = { request, text, settings: { ...settings, voice, speed: options.rate ?? 1 }, volume: options.volume ?? 1 };
      try {
        await this.parts.openPlayer();
        await this.parts.send({ to: 'engine', type: 'speak', utterance });
      } catch (fault) {
        this.parts.report(request, error(`The player could not be started (${String(fault)}); try again.`));
      }
    });
  }

  tell(type: 'stop' | 'pause' | 'resume'): Promise<void> {
    return this.inTurn(async () => {
      if (await this.parts.hasPlayer()) await this.parts.send({ to: 'engine', type });
    });
  }

  /** Shows the browser the voices of the server; while it is away those of the last time stay. */
  refresh(): Promise<void> {
    return this.inTurn(async () => {
      const settings = await this.parts.settings();
      if (settings.token === null) return;
      try {
        const voices = await this.parts.voices(settings);
        await this.parts.keepVoices(voices);
        this.parts.updateVoices(browserVoices(voices));
      } catch (fault) {
        if (!(fault instanceof Refusal)) throw fault;
        console.warn('the voices stay as they are:', fault.problem.detail);
      }
    });
  }

  /** What fails is told to who asked, and does not hold up what comes after it. */
  private inTurn(act: () => Promise<void>): Promise<void> {
    const done = this.last.then(act);
    this.last = done.catch(() => {});
    return done;
  }
}

function error(errorMessage: string): SpeechEvent {
  return { type: 'error', errorMessage };
}
