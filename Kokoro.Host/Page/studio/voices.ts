import type { Server } from './server.ts';

export interface Voices {
  readonly default: string;
  readonly voices: readonly { readonly id: string; readonly name: string; readonly language: string }[];
}

/** The voices that can be chosen: those of the model that speaks. */
export class VoiceList {
  private listed: string | null = null;

  /** @param show called whenever they may be others */
  constructor(
    private readonly server: Pick<Server, 'fetch'>,
    private readonly show: (voices: Voices) => void,
  ) {}

  /** To be called at each look at the server: asks for the voices of a model that is another one, until they have come. @param model that speaks; null where no server is there */
  async follow(model: string | null): Promise<void> {
    if (model === this.listed) return;
    this.listed = null;
    if (model === null) return;
    const response = await this.server.fetch('/voices').catch(() => null); // of which the next look tells
    if (response?.ok !== true) return;
    this.show((await response.json()) as Voices);
    this.listed = model;
  }
}
