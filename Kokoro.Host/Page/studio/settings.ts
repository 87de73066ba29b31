/** What the page remembers from one visit to the next. What is spoken is not among it. */
export interface Settings {
  readonly voice: string;
  readonly speed: number;
}

const key = 'kokoro';
const standard: Settings = { voice: '', speed: 1 };

export function load(storage: Storage): Settings {
  try {
    const known = JSON.parse(storage.getItem(key) ?? '{}') as Partial<Settings>;
    return {
      voice: typeof known.voice === 'string' ? known.voice : standard.voice,
      speed: typeof known.speed === 'number' && known.speed >= 0.5 && known.speed <= 3 ? known.speed : standard.speed,
    };
  } catch {
    return standard; // from another version, or edited by hand
  }
}

export function save(storage: Storage, settings: Settings): void {
  storage.setItem(key, JSON.stringify(settings));
}
