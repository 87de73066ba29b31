import assert from 'node:assert/strict';

export const faults = [/ERR_CONNECTION_REFUSED|ERR_EMPTY_RESPONSE|ERR_CONNECTION_RESET/];

/** The server ends and comes back: the page says so, says what to do, and goes on by itself. */
export default async function goesAndComes({ page, server }) {
  await page.getByLabel('Text to speak').fill('Is anybody there?');
  await server.stop();
  await page.getByText('The server does not answer').first().waitFor();
  await page.keyboard.press('Control+Enter');
  const problem = page.getByRole('alert');
  await problem.waitFor();
  assert.match(await problem.textContent(), /^The server does not answer; start it with: \.\/kokoro serve\.$/);
  assert.equal(await page.getByLabel('Text to speak').inputValue(), 'Is anybody there?');

  await server.start();
  await page.getByText('ready').waitFor();
  await page.keyboard.press('Control+Enter');
  await page.getByRole('button', { name: 'Pause' }).waitFor();
  assert.equal(await problem.isVisible(), false);
}
