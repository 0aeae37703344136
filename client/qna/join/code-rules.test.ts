import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CODE_LENGTH, sessionCode } from '../../../shared/qna/session.schema.js';
import { CODE_SIZE, codeTrouble, entryOf } from '../../ui/join/code-pad.rules.js';

const ID = '019acf2b-7c1e-7a53-9b1d-3f0c5a1e2d4b';
const codeOf = (text: string) => {
  const entry = entryOf(text);
  return entry.kind === 'code' ? entry.code : entry;
};

describe('what is typed', () => {
  it.each([
    ['ab3k', 'AB3K'],
    [' AB 3K ', 'AB3K'],
    ['AB-3K', 'AB3K'],
    ['AB–3K.', 'AB3K'],
    ['ＡＢ３Ｋ', 'AB3K'],
    ['AB3K9', 'AB3K9'],
    ['', ''],
    ['🙂', ''],
  ])('“%s” is the code “%s”', (typed, code) => {
    expect(entryOf(typed)).toEqual({ kind: 'code', code, fromLink: false });
  });

  it.each([
    ['7Á2', '7AS2'],
    ['Â23', 'AA23'],
    ['đ23', 'DD23'],
    ['7Ằ', '7AWF'],
    ['Ậ2', 'AAJ2'],
    ['Ư23', 'UW23'],
    ['xẽ', 'XEX'],
  ])('“%s”, which Telex made of keys, is the keys “%s” again', (typed, code) => {
    expect(codeOf(typed)).toBe(code);
  });

  it('never grows beyond what the field shows', () => {
    expect(codeOf('A'.repeat(500))).toHaveLength(12);
  });

  it('is read the same when it is read again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const once = codeOf(text);
        if (typeof once === 'string') expect(codeOf(once)).toBe(once);
      }),
    );
  });
});

describe('a pasted link', () => {
  it.each([
    'http://10.0.0.5:3000/q/AB3K',
    'https://hoi.example/q/ab3k/?utm=1#top',
    'hoi.example/q/AB-3K',
    'Mời vào https://hoi.example/Q/AB3K nhé',
    '7Khttps://hoi.example/q/AB3K',
  ])('“%s” gives its code', (text) => {
    expect(entryOf(text)).toEqual({ kind: 'code', code: 'AB3K', fromLink: true });
  });

  it.each([`https://hoi.example/qna/${ID}`, `hoi.example/qna/${ID.toUpperCase()}?tab=new`])(
    '“%s” gives its session',
    (text) => {
      expect(entryOf(text)).toEqual({ kind: 'session', id: ID });
    },
  );

  it('to another page gives no session', () => {
    expect(entryOf('https://hoi.example/qna/keys').kind).toBe('code');
  });
});

describe('a code', () => {
  it('is as long as the contract says', () => {
    expect(CODE_SIZE).toBe(CODE_LENGTH);
  });

  it.each([
    ['AB3K', null],
    ['AB3', 'short'],
    ['', 'short'],
    ['AB3K9', 'long'],
    ['AB0K', 'lookalike'],
    ['O', 'lookalike'],
    ['1B3K', 'lookalike'],
    ['ABIK', 'lookalike'],
    ['ABLK', 'lookalike'],
  ])('“%s” has the trouble %s', (code, trouble) => {
    expect(codeTrouble(code)).toBe(trouble);
  });

  it('has no trouble exactly where the contract takes it', () => {
    const letters = [...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
    const codes = fc.string({ unit: fc.constantFrom(...letters), minLength: 3, maxLength: 5 });
    fc.assert(
      fc.property(codes, (code) => {
        expect(codeTrouble(code) === null).toBe(sessionCode.safeParse(code).success);
      }),
    );
  });
});
