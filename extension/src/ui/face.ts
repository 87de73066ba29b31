import { clock } from '../../../Kokoro.Host/Page/studio/sentence.ts';
import type { PlayerState, PlayerStatus } from '../shared/messages.ts';
import { sentenceOf } from '../shared/problem.ts';

/** What a view shows of the player. */
export interface Face {
  readonly title: string;
  /** What it is doing, as a status. */
  readonly line: string;
  /** What the one button does. */
  readonly toggle: 'Play' | 'Pause' | 'Go on' | 'Again';
  readonly canToggle: boolean;
  readonly canMove: boolean;
  readonly canStop: boolean;
  /** 0 to 1. */
  readonly progress: number;
  /** "3:07 left"; empty while that cannot be said. */
  readonly left: string;
  /** The same for a screen reader. */
  readonly leftInWords: string;
}

const lines: Record<PlayerState, string> = {
  idle: 'Nothing is being read',
  loading: 'One moment…',
  playing: 'Reading',
  paused: 'Paused',
  waiting: 'The server does not answer; reading goes on here as soon as it does',
  ended: 'Read to the end',
  failed: 'Stopped',
};

const toggles: Partial<Record<PlayerState, Face['toggle']>> = { loading: 'Pause', playing: 'Pause', waiting: 'Pause', paused: 'Go on', ended: 'Again' };

/** @param kept the title of a reading that can be gone on with, where there is no player; null where there is none */
export function faceOf(status: PlayerStatus, kept: string | null): Face {
  const { state } = status;
  const isOn = state === 'loading' || state === 'playing' || state === 'paused' || state === 'waiting';
  const canResume = state === 'idle' && kept !== null;
  return {
    title: canResume ? kept : status.title,
    line: canResume ? 'Reading can go on where it was' : lineOf(status),
    toggle: canResume ? 'Go on' : (toggles[state] ?? 'Play'),
    canToggle: canResume || state !== 'idle',
    canMove: isOn,
    canStop: isOn,
    progress: Math.min(1, Math.max(0, status.progress)),
    left: isOn ? timeLeft(status.secondsLeft) : '',
    leftInWords: isOn ? timeLeftInWords(status.secondsLeft) : '',
  };
}

/** A problem while it goes on is said with the state: something was left out, and reading did not stop. */
function lineOf({ state, problem }: PlayerStatus): string {
  return problem !== null && (state === 'playing' || state === 'paused') ? `${lines[state]}. ${sentenceOf(problem)}` : lines[state];
}

/** @param seconds null: that cannot be said yet */
export function timeLeft(seconds: number | null): string {
  if (seconds === null) return '';
  const whole = Math.max(0, Math.ceil(seconds));
  const hours = Math.floor(whole / 3600);
  return `${hours === 0 ? clock(whole) : `${hours}:${clock(whole % 3600).padStart(5, '0')}`} left`;
}

export function timeLeftInWords(seconds: number | null): string {
  if (seconds === null) return '';
  if (seconds < 60) return 'less than a minute left';
  const minutes = Math.round(seconds / 60);
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const parts = [hours === 0 ? '' : count(hours, 'hour'), rest === 0 ? '' : count(rest, 'minute')].filter((part) => part !== '');
  return `${parts.join(' and ')} left`;
}

const count = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`;
