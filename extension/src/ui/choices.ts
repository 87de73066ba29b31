import type { Voice, Voices } from '../shared/server.ts';
import { saveSettings, type Settings } from '../shared/settings.ts';
import { make, say } from './dom.ts';

/** Voice and speed, which are the settings' and so the same in every view. */
export class Choices {
  private readonly voice = make('select', { id: 'voice' });
  private readonly speed = make('input', { id: 'speed', type: 'range', min: '0.5', max: '3', step: '0.05' });
  private readonly speedValue = make('output', { for: 'speed', 'aria-live': 'off' });
  private listed = '';

  constructor(
    root: HTMLElement,
    private settings: Settings,
    hasSpeed = true,
  ) {
    root.append(make('label', { for: 'voice' }, 'Voice'), this.voice);
    if (hasSpeed) root.append(make('label', { for: 'speed' }, 'Speed'), make('div', { class: 'with-value' }, this.speed, this.speedValue));
    this.voice.addEventListener('change', () => void saveSettings({ voice: this.voice.value === '' ? null : this.voice.value }));
    this.speed.addEventListener('change', () => void saveSettings({ speed: Number(this.speed.value) }));
    this.speed.addEventListener('input', () => this.showSpeed());
    this.showVoices(null);
    this.show(settings);
  }

  show(settings: Settings): void {
    this.settings = settings;
    this.speed.value = String(settings.speed);
    this.showSpeed();
    this.choose();
  }

  /** @param voices null while the server has not told them */
  showVoices(voices: Voices | null): void {
    const now = JSON.stringify(voices);
    if (now === this.listed) return;
    this.listed = now;
    this.voice.disabled = voices === null;
    const standard = voices?.voices.find(({ id }) => id === voices.default)?.name;
    this.voice.replaceChildren(new Option(standard === undefined ? 'The server’s choice' : `The server’s choice (${standard})`, ''), ...groupsOf(voices?.voices ?? []));
    this.choose();
  }

  /** A chosen voice that this server does not have is still the chosen one, and the server would refuse it: it must be seen. */
  private choose(): void {
    const chosen = this.settings.voice ?? '';
    if (![...this.voice.options].some(({ value }) => value === chosen)) {
      this.voice.append(new Option(this.voice.disabled ? chosen : `${chosen}, which this server does not have`, chosen));
    }
    this.voice.value = chosen;
  }

  private showSpeed(): void {
    const speed = Number(this.speed.value);
    say(this.speedValue, `${speed}×`);
    this.speed.setAttribute('aria-valuetext', `${speed} times`);
  }
}

/** The voices under their languages, both in the server's order. */
function groupsOf(voices: readonly Voice[]): HTMLOptGroupElement[] {
  const names = new Intl.DisplayNames(['en'], { type: 'language' });
  const groups = new Map<string, HTMLOptGroupElement>();
  for (const { id, name, language } of voices) {
    const group = groups.get(language) ?? make('optgroup', { label: languageName(names, language) });
    groups.set(language, group);
    group.append(new Option(name, id));
  }
  return [...groups.values()];
}

function languageName(names: Intl.DisplayNames, language: string): string {
  try {
    return names.of(language) ?? language;
  } catch {
    return language; // no BCP 47: the server's word for it is what there is
  }
}
