// The stream of frames as docs/http-api.md describes it, read without the page's own code.

/** @returns the words of a text with their times, as the server tells them; "$3.50", which is three words when it is spoken, is one. */
export async function wordsOf(address, text) {
  const response = await fetch(`${address}/speak`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ text, format: 'frames' }),
  });
  const bytes = Buffer.from(await response.arrayBuffer());
  const words = [];
  for (let at = 0; at < bytes.length; at += 5 + bytes.readUInt32LE(at + 1)) {
    if (bytes[at] === 3) words.push(...JSON.parse(bytes.subarray(at + 5, at + 5 + bytes.readUInt32LE(at + 1)).toString()));
  }
  return words
    .filter((word) => word.spoken !== false)
    .reduce((all, word) => (all.at(-1)?.start === word.start ? [...all.slice(0, -1), { ...all.at(-1), to: word.to }] : [...all, word]), []);
}
