import assert from 'node:assert/strict';

export const faults = [/status of 4/];

/** What cannot be spoken is a sentence that says what to do, and the text stays where it is. */
export default async function refuses({ page }) {
  const [text, problem] = [page.getByLabel('Text to speak'), page.getByRole('alert')];
  await page.getByRole('button', { name: 'Play' }).click();
  assert.match(await problem.textContent(), /type or paste a text/);

  await text.fill('***');
  await page.keyboard.press('Control+Enter');
  await page.waitForFunction(() => /[a-z]\.$/.test(document.getElementById('problem').textContent) && !document.getElementById('problem').textContent.includes('paste'));
  const refused = await problem.textContent();
  assert.equal(await text.inputValue(), '***');

  await text.fill('This is fine.');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('button', { name: 'Pause' }).waitFor();
  assert.equal(await problem.isVisible(), false);
  return refused;
}
