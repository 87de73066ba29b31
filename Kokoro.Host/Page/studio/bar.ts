import type { Player } from '../player/player.ts';
import { element } from './dom.ts';
import { clock } from './sentence.ts';

/** The bar that shows the place in the sound, and can be dragged to another. */
export class Bar {
  private readonly place = element<HTMLInputElement>('place');
  private readonly left = element<HTMLOutputElement>('left');
  private isDragging = false;
  private shown = '';

  constructor(private readonly player: Player) {
    this.place.addEventListener('input', () => {
      this.isDragging = true;
    });
    this.place.addEventListener('change', () => {
      this.isDragging = false;
      void player.seek(Number(this.place.value));
    });
  }

  /** @param speed at which the rest will be heard */
  show(speed: number): void {
    const { seconds, position, isComplete } = this.player;
    this.place.disabled = seconds === 0;
    if (!this.isDragging) {
      this.place.max = String(seconds);
      this.place.value = String(position);
    }
    const isGrowing = seconds > 0 && !isComplete && this.player.problem === null;
    const text = `${isGrowing ? '> ' : ''}${clock(Math.ceil((seconds - position) / speed - 1e-3))}`;
    if (text === this.shown) return;

    // Once a second, so that a screen reader is not told of every picture.
    this.shown = text;
    this.left.textContent = seconds === 0 ? '' : text;
    this.place.setAttribute('aria-valuetext', `${clock(position)} of ${clock(seconds)}`);
  }
}
