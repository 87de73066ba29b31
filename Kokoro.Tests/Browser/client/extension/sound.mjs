/** Runs in the offscreen page before it plays: what the server sent, what was given to the loudspeaker, and where the audio clock was when. */
export function listen() {
  const heard = { asked: [], plays: [], clock: [] };
  const { fetch } = window;
  window.fetch = async (url, init) => {
    const response = await fetch(url, init);
    if (!String(url).endsWith('/speak') || response.body === null) return response;
    const asked = { body: JSON.parse(init.body), pieces: [], last: null };
    heard.asked.push(asked);
    const noting = new TransformStream({
      transform: (piece, stream) => {
        asked.pieces.push(piece.slice());
        asked.last = performance.timeOrigin + performance.now();
        stream.enqueue(piece);
      },
    });
    return new Response(response.body.pipeThrough(noting), { status: response.status, headers: response.headers });
  };
  const { start, stop } = AudioBufferSourceNode.prototype;
  AudioBufferSourceNode.prototype.start = function (at, ...rest) {
    heard.context = this.context;
    this.play = { at, until: at + this.buffer.duration, samples: this.buffer.getChannelData(0).slice() };
    heard.plays.push(this.play);
    return start.call(this, at, ...rest);
  };
  AudioBufferSourceNode.prototype.stop = function (...rest) {
    this.play.until = Math.min(this.play.until, this.context.currentTime);
    return stop.apply(this, rest);
  };
  setInterval(() => {
    if (heard.context === undefined) return;
    const { currentTime, outputLatency } = heard.context;
    heard.clock.push([performance.timeOrigin + performance.now(), currentTime - (outputLatency || 0)]);
  }, 5);
  window.heard = heard;
}

/** Runs there too: everything as JSON. The sound is given as the places where each sentence begins in what was played, seconds of the audio clock. */
export function report() {
  const { asked, plays, clock } = window.heard;
  const rate = 24000;
  const all = plays.flatMap(({ at, until, samples }) => [...samples.subarray(0, Math.round((until - at) * rate))]);
  const times = [];
  let before = 0;
  for (const { at, until } of plays) {
    times.push([before, at]);
    before += Math.round((until - at) * rate);
  }
  let from = 0;
  const sentences = asked.map(({ body, pieces, last }) => {
    const bytes = Uint8Array.from(pieces.flatMap((piece) => [...piece]));
    const view = new DataView(bytes.buffer);
    const words = [];
    const samples = [];
    for (let at = 0; at + 5 <= bytes.length; ) {
      const length = view.getUint32(at + 1, true);
      if (at + 5 + length > bytes.length) break; // cut off
      if (bytes[at] === 3) words.push(...JSON.parse(new TextDecoder().decode(bytes.subarray(at + 5, at + 5 + length))));
      if (bytes[at] === 2) for (let i = 0; i < length; i += 2) samples.push(view.getInt16(at + 5 + i, true) / 32768);
      at += 5 + length;
    }
    // Loud samples in a row are nowhere else.
    const loud = samples.findIndex((sample) => Math.abs(sample) > 0.05);
    const key = samples.slice(loud, loud + 400);
    const place = loud < 0 ? -1 : all.findIndex((_, i) => i >= from && key.every((sample, k) => Math.abs(sample - all[i + k]) < 1e-4));
    if (place >= 0) from = place;
    const start = place < 0 ? null : place - loud;
    const second = (sample) => {
      const [first, at] = times.findLast(([begins]) => begins <= sample) ?? [0, 0];
      return at + (sample - first) / rate;
    };
    return { body, last, words: start === null ? [] : words.filter(({ spoken }) => spoken !== false).map((word) => ({ ...word, from: second(start + word.from * rate), to: second(start + word.to * rate) })) };
  });
  return { sentences, clock, peak: all.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0) };
}
