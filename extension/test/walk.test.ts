import assert from 'node:assert/strict';
import { test } from 'node:test';
import { blocksIn } from '../src/content/walk.ts';
import { pageOf } from './page.ts';

const textsOf = (body: string): string[] => blocksIn(pageOf({ body }).body, { skip: null }).map(({ text }) => text);

const cases: readonly (readonly [name: string, body: string, texts: readonly string[]])[] = [
  ['white space is collapsed as it is rendered', '<p>  one \n\t two  <b> three</b> </p>', ['one two three']],
  ['inline tags do not cut words', '<p>un<b>believ</b><i>able</i>!</p>', ['unbelievable!']],
  ['blocks are apart, however they are written', '<div>jumps.</div><div>Over<p>and out</p>again</div>', ['jumps.', 'Over', 'and out', 'again']],
  ['a line break is one, two are an end', '<p>Roses<br> are red<br>\n<br>Violets</p>', ['Roses\nare red', 'Violets']],
  ['an empty line ends what is set as it is written', '<pre>one\n  two\n\nthree</pre>', ['one\n  two\n', 'three']],
  ['list items and cells are blocks', '<ul><li>a</li><li>b</li></ul><table><tr><td>c</td><td>d</td></tr></table>', ['a', 'b', 'c', 'd']],
  ['hidden text is not read', '<p>a <span hidden>b</span><span aria-hidden="true">c</span><span style="display:none">d</span><span style="visibility:hidden">e</span>f</p>', ['a f']],
  ['what is visible in what is not is read', '<p style="visibility:hidden">a <span style="visibility:visible">b</span></p>', ['b']],
  ['text for screen readers alone is not read', '<p>a<span style="position:absolute;clip:rect(0,0,0,0)"> in a new window</span></p>', ['a']],
  ['fields, scripts and closed details are not read', '<p>a<script>b</script><select><option>c</select></p><details><summary>d</summary><p>e</p></details>', ['a', 'd']],
  ['soft hyphens and places to break are not read', '<p>Donau\u00addampf<wbr>schiff\u200bfahrt</p>', ['Donaudampfschifffahrt']],
  ['emoji and combining marks stay whole', '<p>a 👩‍👩‍👧 e\u0301 नमस्ते</p>', ['a 👩‍👩‍👧 e\u0301 नमस्ते']],
  ['a floating first letter belongs to its word', '<p><span style="float:left;display:block">O</span>nce upon</p>', ['Once upon']],
  ['marks alone are no block', '<p>•</p><p>—</p><p>a</p>', ['a']],
  ['pronunciation beside a word is not read twice', '<p><ruby>漢<rt>kan</rt></ruby>字</p>', ['漢字']],
];

for (const [name, body, expected] of cases) test(name, () => assert.deepEqual(textsOf(body), expected));

test('open shadow trees are read, with what is in their slots', () => {
  const page = pageOf({ body: '<x-card><b slot="name">Ada</b>wrote it.</x-card>' });
  page.querySelector('x-card')!.attachShadow({ mode: 'open' }).innerHTML = '<h2><slot name="name"></slot></h2><p>She <slot></slot></p>';
  assert.deepEqual(blocksIn(page.body, { skip: null }).map(({ text }) => text), ['Ada', 'She wrote it.']);
});

const skip = { navigation: false, code: false, tables: false, citations: false };
const citing = '<p>So it is [12]. Two,<sup><a href="#n1">1</a></sup> and x<sup>2</sup> [3–5, 7], says <a href="#r">[9]</a> he<sup>[a]</sup> <code>list[1]</code>.</p>';

test('citations are left out without a trace, what only looks like one is not', () => {
  const [block] = blocksIn(pageOf({ body: citing }).body, { skip: { ...skip, citations: true } });
  assert.equal(block!.text, 'So it is. Two, and x2, says he list[1].');
  assert.equal(blocksIn(pageOf({ body: citing }).body, { skip })[0]!.text, 'So it is [12]. Two,1 and x2 [3–5, 7], says [9] he[a] list[1].');
});

for (const [name, change, left] of [
  ['navigation', { navigation: true }, ['code', 'cell', 'head', 'text']],
  ['code', { code: true }, ['menu', 'cell', 'head', 'text', 'ad']],
  ['tables', { tables: true }, ['menu', 'code', 'text', 'ad']],
] as const) {
  test(`the switch for ${name} leaves out that and no more`, () => {
    const page = pageOf({ body: '<nav>menu</nav><pre>code</pre><table><tr><td>cell</td><th>head</th></tr></table><p>text</p><div class="ad-box">ad</div>' });
    assert.deepEqual(blocksIn(page.body, { skip: { ...skip, ...change } }).map(({ text }) => text), left);
  });
}
