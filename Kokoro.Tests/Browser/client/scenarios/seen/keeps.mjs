import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';

/** A dropped file, a file that is no text, the last settings, the sample of a voice, the download, the timeline. */
export default async function keeps({ page }) {
  const drop = (name, content) => page.evaluate(([name, content]) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([content], name));
    for (const type of ['dragover', 'drop']) document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
  }, [name, content]);
  const text = page.getByLabel('Text to speak');
  await drop('article.md', '# Title\n\nSome words.');
  const voices = page.getByRole('combobox', { name: 'Voice' });
  await page.waitForFunction(() => document.getElementById('text').value === '# Title\n\nSome words.');
  await drop('photo.png', 'x');
  await page.getByText('photo.png is no text').waitFor();
  assert.equal(await text.inputValue(), '# Title\n\nSome words.');

  await voices.selectOption({ index: 2 });
  const voice = await voices.inputValue();
  await page.getByLabel('Speed').fill('1.5');
  await page.reload();
  await page.waitForFunction((id) => document.getElementById('voice').value === id, voice);
  assert.equal(await page.getByLabel('Speed').inputValue(), '1.5');

  await page.getByRole('button', { name: 'Hear it' }).click();
  await page.waitForFunction(() => window.heard.plays.some((play) => play.peak > 0.05));
  assert.ok(await text.isVisible(), 'a sample takes the text away');

  await page.getByText('Under the hood').click();
  await text.fill('A short text.');
  const answer = page.waitForResponse(/\/speak$/);
  await page.keyboard.press('Control+Enter');
  assert.equal((await answer).request().postDataJSON().voice, voice);
  await page.getByText(/First sound after \d+ ms, most of it/).waitFor();
  assert.ok((await page.locator('#timeline rect').count()) >= 4, 'no timeline');
  for (const tile of await page.locator('.tiles dd').allTextContents()) assert.match(tile, /\d/);

  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download WAV' }).click();
  const download = await downloading;
  const wav = await readFile(await download.path());
  assert.equal(download.suggestedFilename(), 'kokoro.wav');
  assert.equal(wav.toString('latin1', 0, 4), 'RIFF');
  assert.equal(wav.readUInt32LE(40), wav.length - 44);
  assert.ok(wav.length > 24_000);
}
