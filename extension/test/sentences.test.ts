import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sentencesOf } from '../src/shared/sentences.ts';

const cases: readonly (readonly [name: string, language: string | null, sentences: readonly string[]])[] = [
  ['plain ones', 'en', ['One here.', 'Two there!', 'Three?']],
  ['titles', 'en', ['Dr. Smith met Mrs. Jones on St. Mary Street.', 'They left.']],
  ['initials', 'en', ['J. R. R. Tolkien wrote it.', 'George W. Bush did not.']],
  ['"I" at the end', 'en', ['So did I.', 'We went home.']],
  ['Latin', 'en', ['Use a tool, e.g. Git, i.e. a good one.', 'Fruit, nuts, etc. are fine.', 'Bring nuts, etc.', 'Then eat.']],
  ['numbers', 'en', ['It is 3.14 or 1,000.50 today.', 'See No. 5 and Fig. 12, pp. 3 to 4.', 'He said no.', 'We agreed.']],
  ['versions and addresses', 'en', ['Version 2.0.1 is at example.org now.', 'Get it.']],
  ['points of a list', 'en', ['1. Wash the rice.', '2. Cook it.', '(B) Serve.']],
  ['speech in quotes', 'en', ['"Stop!" he said.', '“Really?” she asked.', 'He said “No.”', 'She left.']],
  ['brackets', 'en', ['He came (late, as ever).', '(He always was.)', 'Then he left.']],
  ['dots', 'en', ['Well... maybe.', 'Wait...', 'What?!?', 'Hm … yes.']],
  ['countries', 'en', ['The U.S. Army came.', 'It left.']],
  ['a heading', 'en', ['How it began']],
  ['marks of their own', 'en', ['First one.', '* * * Second one. * * *']],
  ['German', 'de', ['Am 3. Oktober kam Prof. Dr. Weiß, z. B. mit Hund.', 'Er ging, d. h. er lief.', '„Halt!“, rief sie.', 'Schluss.']],
  ['Spanish', 'es', ['¿Qué tal?', '¡Bien!', 'La Sra. Pérez vive en EE. UU. desde 1990, pág. 12.', 'Adiós.']],
  ['French', 'fr', ['« Venez ! » dit M. Dupont.', 'Voir p. 12.', 'C’est fini.']],
  ['Italian', 'it', ['Il Sig. Rossi, cfr. pag. 3, è qui.', 'Ecco il dott. Bianchi.']],
  ['Portuguese', 'pt-BR', ['O Sr. Silva chegou.', 'A Dra. Costa saiu.']],
  ['Hindi', 'hi', ['यह एक वाक्य है।', 'यह दूसरा है।']],
  ['Chinese', 'zh', ['今天很好。', '明天呢？']],
  ['no language', null, ['One.', 'Two.']],
  ['a language that is none', 'english!', ['One.', 'Two.']],
];

for (const [name, language, expected] of cases) {
  test(`sentences: ${name}`, () => {
    const text = expected.join(language === 'zh' ? '' : ' ');
    assert.deepEqual(sentencesOf(text, language).map(({ start, end }) => text.slice(start, end)), expected);
  });
}

const cutOf = (text: string): string[] => sentencesOf(text, 'en').map(({ start, end }) => text.slice(start, end));

test('a single line break is white space, an empty line an end', () => {
  assert.deepEqual(cutOf('  Roses are\nred \r\n and blue.\n \nA heading\n\nMore, e.g.\n\nEnd'), ['Roses are\nred \r\n and blue.', 'A heading', 'More, e.g.', 'End']);
});

test('white space and marks alone are no sentence', () => {
  for (const text of ['', ' \n\n ', '* * *', '…']) assert.deepEqual(cutOf(text), []);
});

test('a text without full stops is cut between words, and no letter of it is lost', () => {
  const text = 'word, and '.repeat(300).trim();
  const pieces = cutOf(text);
  assert.ok(pieces.length > 2 && pieces.every((each) => each.length <= 1000));
  assert.equal(pieces.join(' '), text);
});

test('a text without white space is not cut in the middle of a letter', () => {
  const text = `a${'𝒳'.repeat(1500)}`;
  const pieces = cutOf(text);
  assert.equal(pieces.join(''), text);
  assert.ok(pieces.every((each) => !/^[\udc00-\udfff]|[\ud800-\udbff]$/.test(each)));
});
