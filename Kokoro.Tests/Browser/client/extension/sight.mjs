/** Runs in the page that is read: what is lit at each picture, or every so many ms, and whether anybody changes the page. */
export function look(ms) {
  const seen = { frames: [], changes: 0 };
  new MutationObserver((changes) => (seen.changes += changes.length)).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  const lit = () => [...(CSS.highlights.get('kokoro-word') ?? [])].map(String).join('');
  const note = () => {
    const word = lit();
    if (word !== (seen.frames.at(-1)?.word ?? '')) seen.frames.push({ at: performance.timeOrigin + performance.now(), word });
  };
  if (ms === undefined) {
    const channel = new MessageChannel(); // after this picture's own scripts
    channel.port1.onmessage = note;
    const draw = () => {
      channel.port2.postMessage(0);
      requestAnimationFrame(draw);
    };
    requestAnimationFrame(draw);
  } else setInterval(note, ms);
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
 * @returns spoken: what the server sent, word for word, as text; missed: words that were heard and not lit; extra: how many were lit that were not heard, or in another order; words: those that were lit, with
 * `heard`, the audio clock then; isRight: whether that was within the word's interval, or no earlier or later than is said, in seconds
 */
export function compare(frames, { sentences, clock }) {
  const spoken = sentences
    .flatMap(({ body, words }) => words.map((word) => ({ ...word, text: body.text.slice(word.start, word.end), sentence: body.text })))
    .reduce((all, word) => (all.at(-1)?.start === word.start && all.at(-1)?.sentence === word.sentence ? [...all.slice(0, -1), { ...all.at(-1), to: word.to }] : [...all, word]), []);
  const lit = frames.filter(({ word }) => word !== '');
  const words = [];
  let next = 0;
  for (const word of spoken) {
    if (lit[next]?.word !== word.text) continue;
    words.push({ ...word, seen: lit[next].at, heard: clockAt(clock, lit[next].at) });
    next++;
  }
  return {
    spoken: spoken.map(({ text }) => text).join(' '),
    missed: spoken.length - words.length,
    extra: lit.length - next,
    words,
    isRight: ({ heard, from, to }, early = block / 2, late = 0) => heard !== null && heard >= from - early && heard <= to + late,
  };
}
