import type { Answer, ToWorker } from '../shared/messages.ts';
import { sentenceOf } from '../shared/problem.ts';
import type { Voices } from '../shared/server.ts';
import type { Settings } from '../shared/settings.ts';
import { Choices } from './choices.ts';
import { byId, say } from './dom.ts';
import { PlayerLink } from './link.ts';
import { keyOf, keys, openShortcutsBy } from './shortcuts.ts';
import { page } from './watch.ts';

const sample = 'This is how I sound. I hope that you like it.';

/** Steps 3 and 4: a voice is heard, and the shortcut tried on a paragraph of this page. */
export class TrySteps {
  private readonly choices: Choices;
  private readonly link = new PlayerLink(chrome.runtime);
  private readonly paragraph = byId('paragraph');
  private readonly text = this.paragraph.textContent ?? '';
  private readonly lit = new Highlight();

  constructor(settings: Settings) {
    this.choices = new Choices(byId('choices'), settings, false);
    CSS.highlights.set('word', this.lit);
    this.paragraph.replaceChildren(this.text);
    byId('hear').addEventListener('click', () => void this.read(sample, 'How it sounds'));

    // The browser lets no extension read its own pages as it reads others, so this one reads itself.
    chrome.commands.onCommand.addListener((command) => {
      if (command !== 'read' || !document.hasFocus()) return;
      const selected = getSelection()?.toString().trim() ?? '';
      void this.read(selected === '' ? this.text : selected, 'A first paragraph');
    });
    openShortcutsBy('change-shortcuts');
    page.onVisible(() => void this.showKey());
    void this.showKey();
    this.link.follow(() => this.follow());
    this.link.connect();
  }

  show(settings: Settings): void {
    this.choices.show(settings);
  }

  showVoices(voices: Voices): void {
    this.choices.showVoices(voices);
  }

  private async read(text: string, title: string): Promise<void> {
    const answer = await chrome.runtime.sendMessage<ToWorker, Answer | undefined>({ to: 'worker', type: 'read-text', text, title });
    say(byId('hear-line'), answer?.ok === false ? sentenceOf(answer.problem) : '');
  }

  private async showKey(): Promise<void> {
    const key = await keyOf('read');
    const line = byId('shortcut-line');
    if (key === null) line.textContent = 'The browser has assigned no key to it, since something else has the one we ask for; choose one.';
    else line.replaceChildren('Press ', keys(key), '.');
  }

  /** Lights the word that is heard, where what is read is the paragraph. */
  private follow(): void {
    const { status, reading } = this.link;
    if (status.state === 'failed' && status.problem !== null) say(byId('hear-line'), sentenceOf(status.problem));
    this.lit.clear();
    if (status.word === null || reading?.blocks[status.word.block] !== this.text || !(this.paragraph.firstChild instanceof Text)) return;
    const range = new Range();
    range.setStart(this.paragraph.firstChild, status.word.start);
    range.setEnd(this.paragraph.firstChild, status.word.end);
    this.lit.add(range);
  }
}
