/** Runs in the page before its own scripts: what is given to the loudspeaker, and what is lit when. */
export function instruments() {
  const plays = [];
  const { start } = AudioBufferSourceNode.prototype;
  AudioBufferSourceNode.prototype.start = function (at, ...rest) {
    const peak = this.buffer.getChannelData(0).reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
    plays.push({ at, duration: this.buffer.duration, peak, context: this.context });
    return start.call(this, at, ...rest);
  };

  const lit = () => {
    const range = [...(CSS.highlights.get('word') ?? [])][0];
    return range === undefined ? null : { start: range.startOffset, end: range.endOffset };
  };
  const frames = [];
  window.heard = {
    plays,
    lit,
    frames,
    clock: () => plays.at(-1)?.context.currentTime ?? 0,
    isRunning: () => plays.at(-1)?.context.state === 'running',
    /** Seconds of the sound by the audio clock alone; only while nobody has jumped and the speed is 1. */
    position: () => {
      const { currentTime, outputLatency } = plays[0].context;
      const now = currentTime - (outputLatency || 0);
      let before = 0;
      for (const { at, duration } of plays) {
        if (now < at) break;
        if (now < at + duration) return before + now - at;
        before += duration;
      }
      return before;
    },
    /** Notes for every picture which word is lit, and where the audio clock is. */
    watch: () => {
      const look = () => {
        if (plays.length > 0) frames.push({ position: window.heard.position(), lit: lit() });
        requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    },
  };
}
