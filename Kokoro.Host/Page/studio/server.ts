/** This server, as the page asks it: with a token where the server wants one. */
export class Server {
  private readonly key = 'kokoro-token';

  readonly address = location.origin;

  constructor(private readonly storage: Storage) {}

  fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const token = this.storage.getItem(this.key);
    const headers = new Headers(init.headers);
    if (token !== null) headers.set('authorization', `Bearer ${token}`);
    return fetch(new URL(path, this.address), { ...init, headers });
  }

  /** Ten wrong tokens in a minute, and the server listens to none. Returns whether there was one. */
  forget(): boolean {
    const had = this.storage.getItem(this.key) !== null;
    this.storage.removeItem(this.key);
    return had;
  }

  remember(token: string): void {
    this.storage.setItem(this.key, token.trim());
  }
}
