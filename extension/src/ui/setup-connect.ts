import type { Pairing, PairingEvent } from '../shared/pairing.ts';
import { byId, say } from './dom.ts';

/** Step 2: connecting, and the question that comes before it. */
export class ConnectStep {
  private readonly ask = byId('ask');
  private readonly connect = byId<HTMLButtonElement>('connect');
  private isAsking = false;

  /**
   * @param home the settings' address, to which a no leads back
   * @param paired what is so once it is connected
   */
  constructor(
    private readonly home: () => string,
    private readonly paired: string,
    send: (event: PairingEvent) => void,
  ) {
    const code = byId<HTMLInputElement>('code');
    this.connect.addEventListener('click', () => send({ type: 'connect' }));
    byId('yes').addEventListener('click', () => send({ type: 'yes' }));
    byId('no').addEventListener('click', () => send({ type: 'no', server: home() }));
    byId('code-form').addEventListener('submit', (event) => {
      event.preventDefault();
      send({ type: 'typed', code: code.value });
      code.value = '';
    });
  }

  show(pairing: Pairing): void {
    const { step } = pairing;
    const wasAsked = this.isAsking;
    this.isAsking = step === 'asked';
    byId('connecting').hidden = step === 'looking' || step === 'gone' || step === 'foreign' || step === 'asked';
    say(byId('connect-line'), this.lineOf(pairing));
    const isOpen = step === 'found' || step === 'waiting' || step === 'failed';
    this.connect.hidden = !isOpen && step !== 'paired';
    this.connect.textContent = step === 'waiting' ? 'Open the page again' : step === 'paired' ? 'Pair again' : 'Connect';
    this.connect.classList.toggle('main', isOpen);
    byId('by-code').hidden = !isOpen;
    this.ask.hidden = step !== 'asked';
    if (step !== 'asked') return;
    say(byId('ask-server'), pairing.server);
    const isOther = portOf(pairing.server) !== portOf(this.home()); // 127.0.0.1 and localhost are the same machine
    byId('ask-other').hidden = !isOther;
    say(byId('ask-other'), isOther ? `It is another server than the one that is set, ${this.home()}.` : '');

    // Not a button: a key that was meant for another page must not say yes.
    if (!wasAsked) this.ask.focus();
  }

  private lineOf(pairing: Pairing): string {
    switch (pairing.step) {
      case 'found':
        return 'A page of the server opens; press “Connect the extension” there.';
      case 'waiting':
        return `Waiting for the page at ${pairing.server}/pair; press “Connect the extension” there.`;
      case 'exchanging':
        return 'One moment…';
      case 'paired':
        return `Connected to ${pairing.server}.${this.paired}`;
      case 'failed':
        return pairing.sentence;
      default:
        return '';
    }
  }
}

const portOf = (server: string): string => new URL(server).port;
