import assert from 'node:assert/strict';

export const faults = [/status of 401/];

/** A server that demands a token: the page is there, asks for it, and goes on with the right one. */
export default async function unlocks({ page, server }) {
  const { address, token } = await server.locked();
  await page.goto(address);
  await page.getByText('This server asks for its token').waitFor();
  await page.getByLabel('Token').fill('something else');
  await page.getByRole('button', { name: 'Unlock' }).click();
  await page.getByText('That is not its token').waitFor();
  await page.getByLabel('Token').fill(token);
  await page.getByRole('button', { name: 'Unlock' }).click();
  await page.getByText('ready').waitFor();
  assert.equal(await page.getByLabel('Token').isVisible(), false);
  await page.getByLabel('Text to speak').fill('Open.');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('button', { name: 'Pause' }).waitFor();
}
