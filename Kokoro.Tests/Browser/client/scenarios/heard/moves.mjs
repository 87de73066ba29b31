import assert from 'node:assert/strict';

const text = 'One sentence is here at the beginning. Another one follows it, and it is longer than the first. The third comes last of all, and it ends with a zebra.';

/** Pause, go on, click a word, drag the bar, change the speed, stop. */
export default async function moves({ page }) {
  await page.getByLabel('Text to speak').fill(text);
  await page.getByRole('button', { name: 'Play' }).click();
  const place = page.getByLabel('Place in the sound');
  const at = async () => Number(await place.inputValue());
  await page.waitForFunction(() => Number(document.getElementById('place').value) > 0.3);

  await page.keyboard.press('Control+Enter');
  await page.getByRole('button', { name: 'Go on' }).waitFor();
  const [clock, paused] = [await page.evaluate(() => window.heard.clock()), await at()];
  await page.evaluate(() => new Promise((resolve) => { let left = 20; const next = () => (left-- === 0 ? resolve() : requestAnimationFrame(next)); next(); }));
  assert.equal(await page.evaluate(() => window.heard.clock()), clock, 'the audio clock goes on in a pause');
  assert.equal(await at(), paused);
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.waitForFunction((then) => Number(document.getElementById('place').value) > then, paused);

  const zebra = text.indexOf('zebra');
  const spot = await page.evaluate((offset) => {
    const range = new Range();
    range.setStart(document.getElementById('reading').firstChild, offset);
    range.setEnd(document.getElementById('reading').firstChild, offset + 5);
    const { x, y, width, height } = range.getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2 };
  }, zebra);
  await page.mouse.click(spot.x, spot.y);
  await page.waitForFunction((offset) => window.heard.lit()?.start === offset, zebra);

  await page.getByRole('button', { name: 'Again' }).waitFor();
  const whole = await page.evaluate(() => Number(document.getElementById('place').max));
  await page.keyboard.press('Control+Enter');
  await page.waitForFunction(() => document.getElementById('play').textContent === 'Pause');
  const box = await place.boundingBox();
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await page.waitForFunction((half) => { const now = Number(document.getElementById('place').value); return now > half * 0.9 && now < half * 1.3; }, whole / 2);

  // Three times as fast: the sound is shorter than the clock says.
  await page.getByLabel('Speed').fill('3');
  const [from, began] = [await at(), await page.evaluate(() => window.heard.clock())];
  await page.waitForFunction((then) => Number(document.getElementById('place').value) > then + 1.5, from);
  assert.ok((await page.evaluate(() => window.heard.clock())) - began < 1.2, 'three times as fast is not three times as fast');

  await page.keyboard.press('Escape');
  await page.getByLabel('Text to speak').waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.id), 'text');
  assert.equal(await page.evaluate(() => window.heard.isRunning()), false, 'something is heard after Stop');
}
