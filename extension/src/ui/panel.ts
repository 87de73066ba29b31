import { byId } from './dom.ts';
import { ReaderPage } from './reader-page.ts';
import { TextView } from './text-view.ts';

const { link } = await ReaderPage.open();
new TextView(byId('reading'), link);

link.follow(() => {
  byId('reading').hidden = link.reading === null;
});
addEventListener('keydown', (event) => {
  if (event.key === 'Escape') link.send({ type: 'stop' });
});
