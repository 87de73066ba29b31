import { faceOf } from './face.ts';
import { icon, make, say } from './dom.ts';
import type { PlayerLink } from './link.ts';

const icons = {
  Play: 'M8 5v14l11-7z',
  'Go on': 'M8 5v14l11-7z',
  Again: 'M8 5v14l11-7z',
  Pause: 'M7 5h4v14H7zM13 5h4v14h-4z',
  back: 'M6 5h3v14H6zM19 5v14l-9-7z',
  forward: 'M15 5h3v14h-3zM5 5v14l9-7z',
  stop: 'M6 6h12v12H6z',
} as const;

/** What is read and how far, with the buttons: the same in the popup and in the side panel. */
export class PlayerView {
  private readonly title = make('p', { class: 'title' });
  private readonly line = make('p', { class: 'hint', role: 'status' });
  private readonly progress = make('progress', { max: '1', 'aria-label': 'Progress' });
  private readonly left = make('span', { class: 'left', 'aria-hidden': 'true' });
  private readonly back = button('Back a sentence', icons.back);
  private readonly toggle = make('button', { type: 'button', class: 'toggle' });
  private readonly forward = button('Forward a sentence', icons.forward);
  private readonly stop = button('Stop', icons.stop);
  private kept: string | null = null;

  /** @param resume goes on with what was kept, where there is no player */
  constructor(
    root: HTMLElement,
    private readonly link: PlayerLink,
    resume: () => void,
  ) {
    root.append(
      this.title,
      this.line,
      make('div', { class: 'with-value' }, this.progress, this.left),
      make('div', { class: 'transport' }, this.back, this.toggle, this.forward, this.stop),
    );
    this.toggle.addEventListener('click', () => {
      if (link.status.state === 'idle') resume();
      else link.send({ type: 'toggle' });
    });
    for (const type of ['back', 'forward', 'stop'] as const) this[type].addEventListener('click', () => link.send({ type }));
    link.follow(() => this.show());
  }

  /** @param title of what can be gone on with; null: nothing */
  keep(title: string | null): void {
    this.kept = title;
    this.show();
  }

  private show(): void {
    const face = faceOf(this.link.status, this.kept);
    say(this.title, face.title);
    this.title.title = face.title;
    say(this.line, face.line);
    this.progress.value = face.progress;
    this.progress.setAttribute('aria-valuetext', `${Math.round(face.progress * 100)} %${face.leftInWords === '' ? '' : `, ${face.leftInWords}`}`);
    say(this.left, face.left);
    if (this.toggle.textContent !== face.toggle) this.toggle.replaceChildren(icon(icons[face.toggle]), face.toggle);
    this.toggle.classList.toggle('main', face.canMove); // with nothing on, what is first is to read this page
    this.enable(this.toggle, face.canToggle);
    for (const each of [this.back, this.forward]) this.enable(each, face.canMove);
    this.enable(this.stop, face.canStop);
  }

  /** A button that had the focus and can no longer be pressed would lose it to nowhere. */
  private enable(each: HTMLButtonElement, can: boolean): void {
    if (!can && document.activeElement === each && each !== this.toggle && !this.toggle.disabled) this.toggle.focus();
    each.disabled = !can;
  }
}

function button(name: string, path: string): HTMLButtonElement {
  return make('button', { type: 'button', class: 'icon', 'aria-label': name, title: name }, icon(path));
}
