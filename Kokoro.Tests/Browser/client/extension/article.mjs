import { createServer } from 'node:http';

export const sentences = [
  'The lighthouse stood at the end of the long stone pier.',
  'Every evening its keeper climbed the stairs and lit the lamp.',
  'Ships that came home late could see it from twenty miles away.',
  'One night it went out.',
  'He counted 212 steps on the way up.',
  'He mended a window with a board.',
  'By midnight it was turning again above the sea.',
];

/** What is read of the page, block for block. */
export const blocks = ['The lamp at the end of the pier', sentences.slice(0, 4).join(' '), sentences.slice(4).join(' ')];

/** @returns their words, with one space between. */
export const wordsOf = (texts) => texts.join(' ').match(/[\p{L}\p{N}]+/gu).join(' ');

const page = `<!doctype html><html lang="en"><title>The lamp</title><body style="font:18px/1.6 sans-serif;margin:2em">
<nav><a href="/other">Home</a> <a href="/other">Stories</a> <a href="/other">Contact us today</a></nav>
<main><article><h1>${blocks[0]}</h1>
<p>${sentences[0]} Every evening its <em>keeper</em> climbed the stairs and lit the lamp.<sup><a href="#note">[1]</a></sup> ${sentences.slice(2, 4).join(' ')}</p>
<pre><code>while (night) lamp.turn();</code></pre>
<p>${sentences.slice(4).join(' ')}</p></article></main>
<footer>All rights reserved, whoever may have them.</footer></body></html>`;

const other = '<!doctype html><html lang="en"><title>Other</title><body><h1>Another page</h1><p>There is nothing to see here, and it takes a while to say so in as many words as this.</p></body></html>';

/** Pages to read. Their name is localhost and the server's a number, so that what may be done with the one says nothing about the other. */
export async function articles() {
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(request.url === '/article' ? page : other);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://localhost:${server.address().port}`;
  return { port: server.address().port, article: `${origin}/article`, other: `${origin}/other`, close: () => server.close() };
}
