import fc from 'fast-check';
import { Decoder as TheirDecoder, Encoder as TheirEncoder, type Packet as Theirs } from 'socket.io-parser';
import { expect, test } from 'vitest';
import { decode, Decoder, Encoder, type Packet } from './text-packets.js';

const namespace = fc.constantFrom('/', '/qna', '/contest');
const id = fc.option(fc.nat(), { nil: undefined });
const event = fc.record({
  type: fc.constant(2),
  nsp: namespace,
  id,
  data: fc.tuple(
    fc.string().map((name) => `on${name}`),
    fc.jsonValue(),
  ),
});
const answer = fc.record({
  type: fc.constant(3),
  nsp: namespace,
  id: fc.nat(),
  data: fc.array(fc.jsonValue()),
});
const opening = fc.record({
  type: fc.constant(0),
  nsp: namespace,
  data: fc.constantFrom(undefined, { sid: 'a' }),
});
const ending = fc.record({ type: fc.constant(1), nsp: namespace });
const packets: fc.Arbitrary<Packet> = fc.oneof(event, answer, opening, ending);

function theirs(text: string): Theirs | undefined {
  const decoder = new TheirDecoder();
  let heard: Theirs | undefined;
  decoder.on('decoded', (packet) => {
    heard = packet;
  });
  decoder.add(text);
  return heard;
}

test('the library on the other side reads what is written here, and the other way round', () => {
  fc.assert(
    fc.property(packets, (packet) => {
      const written = new Encoder().encode(packet);
      expect(written).toEqual(new TheirEncoder().encode(packet as Theirs));
      const [text = ''] = written;
      expect(decode(text)).toEqual(theirs(text));
    }),
  );
});

test.each([
  ['a kind that is not known', '9/qna,["a"]'],
  ['an event of binary pieces', '51-/qna,["a",{"_placeholder":true,"num":0}]'],
  ['an event without a name', '2/qna,[]'],
  ['an event that is called as what a socket tells itself', '2/qna,["disconnect"]'],
  ['an event that is no list', '2/qna,{"a":1}'],
  ['JSON that breaks off', '2/qna,["a"'],
  ['an answer that is no list', '3/qna,1{}'],
  ['an ending with something to say', '1/qna,["a"]'],
  ['an opening with a list', '0/qna,[]'],
  ['a number without end', `2/qna,${'1'.repeat(400)}["a"]`],
  ['nothing', ''],
])('%s is refused', (_, text) => {
  expect(() => decode(text)).toThrow();
});

test('bytes are refused, and nobody hears of them', () => {
  const decoder = new Decoder();
  const heard: unknown[] = [];
  decoder.on('decoded', (packet) => heard.push(packet));
  expect(() => decoder.add(Buffer.from('2["a"]'))).toThrow();
  decoder.add('2["a"]');
  decoder.destroy();
  decoder.add('2["b"]');
  expect(heard).toEqual([{ type: 2, nsp: '/', data: ['a'] }]);
});
