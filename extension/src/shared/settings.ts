/** What a person chose, in `chrome.storage.local` under the key `settings`; only the extension's own pages may read it. */
export interface Settings {
  /** The server's address, without a slash at its end. */
  readonly server: string;
  /** Of this extension's pairing; null before it. */
  readonly token: string | null;
  /** Null: the server's default. */
  readonly voice: string | null;
  /** 0.5 to 3. */
  readonly speed: number;
  readonly skip: { readonly navigation: boolean; readonly code: boolean; readonly tables: boolean; readonly citations: boolean };
}

export const defaults: Settings = {
  server: 'http://127.0.0.1:8880',
  token: null,
  voice: null,
  speed: 1,
  skip: { navigation: true, code: true, tables: true, citations: true },
};

const key = 'settings';

export async function loadSettings(): Promise<Settings> {
  const stored = ((await chrome.storage.local.get(key))[key] ?? {}) as Partial<Settings>;
  return { ...defaults, ...stored, skip: { ...defaults.skip, ...stored.skip } };
}

export async function saveSettings(change: Partial<Settings>): Promise<Settings> {
  const settings = { ...(await loadSettings()), ...change };
  await chrome.storage.local.set({ [key]: settings });
  return settings;
}

export function onSettings(act: (settings: Settings) => void): void {
  chrome.storage.onChanged.addListener((changes, area) => {
    if (area === 'local' && changes[key] !== undefined) void loadSettings().then(act);
  });
}
