import type { Problem } from '../../../Kokoro.Host/Page/player/frames.ts';
import type { AudioOut } from '../../../Kokoro.Host/Page/player/scheduler.ts';
import { idle, type Answer, type Place, type PlayerStatus, type Reading } from '../shared/messages.ts';
import type { Settings } from '../shared/settings.ts';
import type { PlaceMessage } from './announcer.ts';
import { Ticker } from './clock.ts';
import type { PlayerEvents, PlayerParts } from './parts.ts';
import { Run } from './run.ts';
import { Script, type Spot } from './script.ts';
import { Server } from './server.ts';
import { statusOf } from './status.ts';
import { lineBack, lineForward } from './walk.ts';

const tickEvery = 50;
const closeAfter = 300_000;

/** Reads one reading at a time: starts, pauses, jumps, and keeps its place. */
export class ReadingPlayer {
  private current: { readonly reading: Reading; readonly tab: number | null; readonly script: Script; readonly skipped: Map<number, Problem> } | null = null;
  private run: Run | null = null;
  private over: 'ended' | 'failed' | 'stopped' | null = null;
  private isPaused = false;
  private line = -1;
  private measured = { characters: 0, seconds: 0 };
  private out: AudioOut | null = null;
  private readonly ticker: Ticker;
  private cancelClose: () => void = () => {};
  private readonly server: Server;

  constructor(
    private readonly parts: PlayerParts,
    private readonly events: PlayerEvents,
    private settings: Settings,
  ) {
    this.ticker = new Ticker(parts.every, tickEvery, () => this.tick());
    this.server = new Server(parts.fetch, () => this.settings, parts.after);
  }

  /** What is being read, or was when it ended; null after a stop. */
  get reading(): Reading | null {
    return this.over === 'stopped' ? null : (this.current?.reading ?? null);
  }

  get status(): PlayerStatus {
    if (this.current === null || this.run === null || this.over === 'stopped') return idle;
    const { reading, script, skipped } = this.current;
    return statusOf({ reading, script, skipped, run: this.run, over: this.over, isPaused: this.isPaused, measured: this.measured, speed: this.speed });
  }

  /** Reads this instead of whatever is being read. */
  play(reading: Reading, tab: number | null, settings: Settings): Answer {
    this.leave();
    this.applySettings(settings);
    const script = new Script(reading);
    const spot = script.at(reading.start);
    if (spot === null) {
      this.events.changed();
      return { ok: false, problem: { kind: 'nothing_to_read', status: 0, detail: 'there is no text to read here; select some and try again' } };
    }
    this.current = { reading, tab, script, skipped: new Map() };
    this.isPaused = false;
    this.begin(spot);
    return { ok: true, reading: reading.id };
  }

  /** Pauses, goes on, reads again what ended, and tries again what failed. */
  toggle(): void {
    if (this.current === null || this.run === null) return;
    if (this.over !== null) {
      this.isPaused = false;
      this.begin(this.over === 'ended' ? this.current.script.at(this.current.reading.start)! : this.place());
    } else if (this.isPaused) {
      this.isPaused = false;
      this.goOn();
    } else {
      this.isPaused = true;
      this.run.pause();
      this.ticker.stop();
      this.keep();
    }
    this.events.changed();
  }

  stop(): void {
    if (this.current === null || this.over === 'ended' || this.over === 'stopped') return;
    this.keep();
    this.end('stopped');
  }

  back(): void {
    if (this.current === null || this.run === null) return;
    this.goTo(lineBack(this.run.spot.line, this.run.secondsIntoLine / this.speed, this.current.skipped));
  }

  forward(): void {
    if (this.current === null || this.run === null || this.over !== null) return;
    const line = lineForward(this.run.spot.line, this.current.skipped);
    if (line in this.current.script.lines) this.goTo(line);
    else this.end('ended');
  }

  /** Reads from this place on, also where it was paused. */
  jump(place: Place): void {
    const spot = this.current?.script.at(place) ?? null;
    if (spot === null) return;
    this.isPaused = false;
    this.goToSpot(spot);
  }

  /** Speed counts at once, a voice from the next sentence on. */
  applySettings(settings: Settings): void {
    const old = this.settings;
    this.settings = settings;
    if (this.run === null || this.over !== null) return;
    if (settings.speed !== old.speed) this.run.setSpeed(this.speed);
    if (settings.voice !== old.voice) this.run.feeder.renewAhead();
    if (settings.token !== old.token || settings.server !== old.server) this.run.feeder.tryAgain();
    this.events.changed();
  }

  private get speed(): number {
    return Math.min(3, Math.max(0.5, this.settings.speed));
  }

  /** Where to go on: at the word that is heard, or at the first that could not be had. */
  private place(): Spot {
    const { spot } = this.run!.feeder;
    return this.over === 'failed' && spot.line in this.current!.script.lines ? spot : this.run!.spot;
  }

  private goTo(line: number): void {
    this.goToSpot(this.current!.script.startOf(line));
  }

  private goToSpot(spot: Spot): void {
    if (this.over !== null || !this.run!.seek(spot)) return this.begin(spot);
    if (!this.isPaused) this.goOn();
    this.tick();
  }

  private begin(spot: Spot): void {
    this.run?.stop();
    this.cancelClose();
    const { reading, tab, script, skipped } = this.current!;
    const isAgain = this.over === 'ended' || this.over === 'stopped';
    [this.over, this.line] = [null, -1];
    this.out ??= this.parts.createOut();
    const { after, now, session } = this.parts;
    const events = { place: (message: PlaceMessage) => this.events.place(message), changed: () => this.events.changed() };
    this.run = new Run({ script, skipped, server: this.server, session, measured: this.measured, out: this.out, after, now, ...events }, spot, this.speed);
    if (isAgain) this.keep(); // an end took it away
    if (isAgain && tab !== null) this.events.again(reading.id, tab);
    if (!this.isPaused) this.goOn();
    this.events.changed();
  }

  private goOn(): void {
    this.run!.play();
    this.ticker.start();
  }

  private tick(): void {
    const run = this.run!;
    run.tick();
    if (run.spot.line !== this.line) {
      this.line = run.spot.line;
      this.keep();
    }
    if (run.state === 'ended') this.end(run.hasSound ? 'ended' : 'failed');
    else if (run.state === 'failed') this.end('failed');
    else this.events.changed();
  }

  private end(how: 'ended' | 'failed' | 'stopped'): void {
    this.run!.stop();
    this.over = how;
    this.ticker.stop();
    void this.out?.suspend();
    if (how === 'failed') this.keep();
    if (how === 'ended') this.events.keep(null);
    if (how !== 'failed') this.events.over(this.current!.reading.id);
    this.cancelClose();
    this.cancelClose = this.parts.after(closeAfter, () => this.events.close());
    this.events.changed();
  }

  /** Another reading takes the place of this one. */
  private leave(): void {
    this.run?.stop();
    this.ticker.stop();
    this.cancelClose();
    if (this.current !== null && this.over !== 'ended' && this.over !== 'stopped') this.events.over(this.current.reading.id);
    [this.current, this.run, this.over] = [null, null, null];
    this.measured = { characters: 0, seconds: 0 };
  }

  private keep(): void {
    const { reading, tab, script } = this.current!;
    this.events.keep({ reading, tab, place: script.placeOf(this.place()) });
  }
}
