/** Runs in the page that is read: what is lit at each picture, and whether anybody changes the page. */
export function look() {
  const seen = { frames: [], changes: 0 };
  new MutationObserver((changes) => (seen.changes += changes.length)).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  const lit = () => [...(CSS.highlights.get('kokoro-word') ?? [])].map(String).join('');
  const channel = new MessageChannel(); // after this picture's own scripts
  channel.port1.onmessage = () => {
    const word = lit();
    if (word !== (seen.frames.at(-1)?.word ?? '')) seen.frames.push({ at: performance.timeOrigin + performance.now(), word });
  };
  const draw = () => {
    channel.port2.postMessage(0);
    requestAnimationFrame(draw);
  };
  requestAnimationFrame(draw);
  Object.assign(window, { seen, lit });
}

/** Seconds: the audio clock goes on by this much at a time. */
const block = 128 / 24000;

/** Where the audio clock was at a time: it is straight between two looks at it. */
function clockAt(clock, at) {
  const next = clock.findIndex(([time]) => time >= at);
  if (next <= 0) return null;
  const [[before, from], [after, to]] = [clock[next - 1], clock[next]];
  return from + ((at - before) / (after - before)) * (to - from);
}

/**
 * The words that were lit against those that were heard.
 * @returns lit: the words in the order in which they were lit; spoken: those that the server sent; lateness: for each, seconds from hearing it to seeing it lit; right: those within whose interval that was
 */
export function compare(frames, { sentences, clock }) {
  const spoken = sentences
    .flatMap(({ body, words }) => words.map((word) => ({ ...word, text: body.text.slice(word.start, word.end), sentence: body.text })))
    .reduce((all, word) => (all.at(-1)?.start === word.start && all.at(-1)?.sentence === word.sentence ? [...all.slice(0, -1), { ...all.at(-1), to: word.to }] : [...all, word]), []);
  const lit = frames.filter(({ word }) => word !== '');
  const both = lit.slice(0, spoken.length).map(({ at }, i) => ({ ...spoken[i], seen: at, heard: clockAt(clock, at) }));
  return {
    lit: lit.map(({ word }) => word),
    spoken: spoken.map(({ text }) => text),
    words: both,
    isRight: ({ heard, from, to }) => heard !== null && heard >= from - block / 2 && heard <= to,
  };
}
