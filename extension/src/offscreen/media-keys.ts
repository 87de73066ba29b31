import type { PlayerStatus } from '../shared/messages.ts';
import type { ReadingPlayer } from './player.ts';

/** Play, pause, back and forward of keyboards and headsets, and the title where the system shows what is heard. */
export class MediaKeys {
  constructor(
    private readonly session: MediaSession,
    player: Pick<ReadingPlayer, 'status' | 'toggle' | 'back' | 'forward' | 'stop'>,
  ) {
    const isPaused = (): boolean => player.status.state === 'paused';
    session.setActionHandler('play', () => isPaused() && player.toggle());
    session.setActionHandler('pause', () => !isPaused() && player.toggle());
    session.setActionHandler('previoustrack', () => player.back());
    session.setActionHandler('nexttrack', () => player.forward());
    session.setActionHandler('stop', () => player.stop());
  }

  show({ state, title }: PlayerStatus): void {
    const playback = state === 'paused' ? 'paused' : ['playing', 'loading', 'waiting'].includes(state) ? 'playing' : 'none';
    if (this.session.playbackState !== playback) this.session.playbackState = playback;
    if (playback === 'none') this.session.metadata = null;
    else if (this.session.metadata?.title !== title) this.session.metadata = new MediaMetadata({ title, artist: 'Kokoro' });
  }
}
