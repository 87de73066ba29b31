/** What an utterance did when, in seconds since it began, as `GET /utterances/ID/timeline` tells it. */
export interface Timeline {
  readonly id: string;
  readonly spans: readonly Span[];
  readonly first_audio: number | null;
  readonly total: number;
  readonly outcome: string;
}

export interface Span {
  readonly kind: 'text' | 'phonemes' | 'queue' | 'run' | 'writer';
  readonly index: number;
  readonly width?: 'narrow' | 'wide';
  readonly from: number;
  readonly to: number;
}

const row = 18;
const left = 90;
const width = 800;
const right = 10;

/** More rows than this and the last ones share one: the way to the first sound is at the top. */
const mostRows = 14;

/** Draws it: a row for the text and its phonemes, one for each run from the queue to the writer's last waiting, and a line where the sound began. */
export function draw(svg: SVGSVGElement, timeline: Timeline): void {
  const runs = Math.max(0, ...timeline.spans.filter((span) => span.kind === 'run').map((span) => span.index + 1));
  const shown = Math.min(runs, mostRows);
  const rows = ['reading', ...Array.from({ length: shown }, (_, run) => `run ${run + 1}${run === mostRows - 1 && runs > mostRows ? ` to ${runs}` : ''}`)];
  const height = rows.length * row + 24;
  const x = (seconds: number): number => left + ((width - left - right) * seconds) / Math.max(timeline.total, 1e-3);
  svg.replaceChildren();
  svg.setAttribute('viewBox', `0 0 ${width} ${height}`);
  rows.forEach((name, i) => add(svg, 'text', { x: 4, y: i * row + 13 }, name));
  for (const span of timeline.spans) {
    const at = span.kind === 'text' || span.kind === 'phonemes' ? 0 : Math.min(span.index, shown - 1) + 1;
    const size = x(span.to) - x(span.from);
    const bar = add(svg, 'rect', { class: `kind-${span.width ?? span.kind}`, x: x(span.from), y: at * row + 3, width: Math.max(1, size), height: row - 6 });
    add(bar, 'title', {}, `${names[span.kind]}${span.width === undefined ? '' : ` (${span.width})`}: ${milliseconds(span.to - span.from)}`);
  }
  if (timeline.first_audio !== null) {
    const at = x(timeline.first_audio);
    add(svg, 'line', { class: 'first', x1: at, x2: at, y1: 0, y2: rows.length * row + 6 });
    const isLate = at > width * 0.7;
    add(svg, 'text', { class: 'first', x: at + (isLate ? -4 : 4), y: height - 6, 'text-anchor': isLate ? 'end' : 'start' }, `first audio, ${milliseconds(timeline.first_audio)}`);
  }
  add(svg, 'line', { class: 'axis', x1: left, x2: width - right, y1: rows.length * row + 2, y2: rows.length * row + 2 });
  add(svg, 'text', { x: 4, y: height - 6 }, '0 ms');
  if (timeline.first_audio === null || timeline.first_audio < timeline.total * 0.7) add(svg, 'text', { x: width - right, y: height - 6, 'text-anchor': 'end' }, milliseconds(timeline.total));
}

const names: Record<Span['kind'], string> = {
  text: 'cutting the text',
  phonemes: 'reading a clause',
  queue: 'waiting for an engine',
  run: 'speaking',
  writer: 'waiting to be written',
};

/** "Why was it slow?" in one sentence: the longest part of the way to the first sound. */
export function explain(timeline: Timeline): string {
  if (timeline.first_audio === null && timeline.outcome === 'open') return `${timeline.id} waits for its first sound.`;
  if (timeline.first_audio === null) return `${timeline.id} ended before its first sound: ${timeline.outcome.replaceAll('_', ' ')}.`;
  const first = (kind: Span['kind']): Span | undefined => timeline.spans.find((span) => span.kind === kind && span.index === 0);
  const [queue, run] = [first('queue'), first('run')];
  const parts = [
    ['reading the text', queue?.from ?? 0], // other clauses are read while the first run is spoken
    ['waiting for an engine', queue === undefined ? 0 : queue.to - queue.from],
    ['speaking the first run', run === undefined ? 0 : run.to - run.from],
  ] as const;
  const most = parts.reduce((one, other) => (other[1] > one[1] ? other : one));
  const end = { open: 'still at it', whole: 'all of it' }[timeline.outcome] ?? `${timeline.outcome.replaceAll('_', ' ')}`;
  return `First sound after ${milliseconds(timeline.first_audio)}, most of it ${most[0]} (${milliseconds(most[1])}); ${end} after ${milliseconds(timeline.total)}.`;
}

const milliseconds = (seconds: number): string => (seconds < 10 ? `${Math.round(seconds * 1000)} ms` : `${seconds.toFixed(1)} s`);

function add(parent: SVGElement, name: string, attributes: Record<string, string | number>, text = ''): SVGElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  if (text !== '') element.textContent = text;
  parent.append(element);
  return element;
}
