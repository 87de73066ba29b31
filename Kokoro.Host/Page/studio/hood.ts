import type { Problem } from '../player/frames.ts';
import { element } from './dom.ts';
import { sentenceOf } from './sentence.ts';
import type { Server } from './server.ts';
import { draw, explain, type Timeline } from './timeline.ts';

interface Health {
  readonly state: string;
  readonly model: string;
  readonly queued_runs: number;
  readonly drain_rate: number;
  readonly permits: number;
  readonly permits_in_use: number;
  readonly engines: readonly { readonly name: string; readonly state: string }[];
}

/** `model`: that speaks. */
export type Seen = { readonly state: 'there'; readonly model: string } | { readonly state: 'gone' | 'locked'; readonly model: null };

/** What the server does, live; and what the last utterance did. */
export class Hood {
  private utterance: string | null = null;
  private isLocked = false;

  constructor(private readonly server: Server) {}

  async refresh(): Promise<Seen> {
    try {
      const response = await this.server.fetch('/health');
      if (response.status === 401) {
        if (this.server.forget()) this.say('That is not its token.');
        else if (!this.isLocked) this.say('This server asks for its token.');
        this.isLocked = true;
        return { state: 'locked', model: null };
      }
      this.isLocked = false;
      if (!response.ok) {
        this.say(sentenceOf((await response.json()) as Problem));
        return { state: 'gone', model: null };
      }
      const health = (await response.json()) as Health;
      this.show(health);
      if (this.utterance !== null) await this.refreshTimeline(this.utterance);
      return { state: 'there', model: health.model };
    } catch {
      this.utterance = null; // whoever comes back will not know it
      this.say('The server does not answer; start it with: ./kokoro serve');
      return { state: 'gone', model: null };
    }
  }

  /** Shows what this utterance does, until it has ended. */
  follow(utterance: string): void {
    this.utterance = utterance;
  }

  private show(health: Health): void {
    const engines = health.engines.filter((engine) => engine.name.startsWith('synthesis'));
    this.say(`${health.state}, ${health.model}`);
    element('tile-queue').textContent = String(health.queued_runs);
    element('tile-engines').textContent = `${engines.filter((engine) => engine.state === 'busy').length} of ${engines.length}`;
    element('tile-permits').textContent = `${health.permits_in_use} of ${health.permits}`;
    element('tile-rate').textContent = `${Math.round(health.drain_rate)}×`;
  }

  private async refreshTimeline(utterance: string): Promise<void> {
    const response = await this.server.fetch(`/utterances/${utterance}/timeline`);
    if (!response.ok) {
      this.utterance = null; // another hundred have been spoken since, or it is another server
      return;
    }
    const timeline = (await response.json()) as Timeline;
    element('timeline-caption').textContent = explain(timeline);
    draw(element<SVGSVGElement>('timeline'), timeline);
    if (timeline.outcome !== 'open' && this.utterance === utterance) this.utterance = null;
  }

  /** Only what is new, or a screen reader would say it every second. */
  private say(what: string): void {
    const status = element('server');
    if (status.textContent !== what) status.textContent = what;
  }
}
