import { clock } from '../studio/sentence.ts';

/** The answer of POST /pair/code. `seconds`: that it is good for. */
export interface Shown {
  readonly id: string;
  /** In two groups. */
  readonly code: string;
  readonly seconds: number;
}

/** The answer of GET /pair/code, which is of the last code that was made by whomever. */
export interface CodeState {
  readonly id: string;
  readonly state: 'open' | 'used' | 'over';
  readonly seconds_left: number;
}

export interface CodeView {
  readonly isOpen: boolean;
  /** Below the code. */
  readonly left: string;
  /** What is new; empty while nothing is. */
  readonly news: string;
}

/** What there is to say of the code that is shown. */
export function viewOf(shown: Shown, state: CodeState): CodeView {
  if (state.id !== shown.id) return { isOpen: false, left: 'No longer valid', news: 'A newer code was made elsewhere. Use that one, or make a new one here.' };
  switch (state.state) {
    case 'open':
      return { isOpen: true, left: `Valid for ${clock(state.seconds_left)}`, news: '' };
    case 'used':
      return { isOpen: false, left: 'Used', news: 'Connected. You can close this page.' };
    case 'over':
      return { isOpen: false, left: 'No longer valid', news: 'This code is no longer valid. Make a new one.' };
  }
}

/** As a screen reader should say it: letter for letter. */
export function spelled(code: string): string {
  return code
    .split(' ')
    .map((group) => [...group].join(' '))
    .join(', ');
}
