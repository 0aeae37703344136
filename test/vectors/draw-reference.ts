/**
 * The draw written a second time from docs/draw.md alone: WebCrypto instead of node:crypto, big integers instead of
 * buffers, a sparse map instead of swaps. It shares no code with the server, so that agreement means something.
 */
export type ReferencePlan = {
  cells: {
    topicId: string;
    level: string;
    count: number;
    versions: { id: string; optionIds: string[] }[];
  }[];
  shuffleQuestions: boolean;
  shuffleOptions: boolean;
};
export type ReferenceInput = {
  seedHex: string;
  publicValueHex: string;
  entryNumber: number;
  attemptOrdinal: number;
  plan: ReferencePlan;
};

const LABEL_HEX = '68616964616e672f647261772f7631';

export async function referenceKeyHex(seedHex: string, publicValueHex: string): Promise<string> {
  const secret = bytesOf(seedHex + publicValueHex);
  const base = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveBits']);
  const how = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: bytesOf(LABEL_HEX) };
  return hexOf(await crypto.subtle.deriveBits(how, base, 256));
}

export async function referenceWords(input: Omit<ReferenceInput, 'plan'>, count: number): Promise<bigint[]> {
  const raw = bytesOf(await referenceKeyHex(input.seedHex, input.publicValueHex));
  const key = await crypto.subtle.importKey('raw', raw, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  let hex = '';
  for (let counter = 0; hex.length < count * 8; counter += 1) {
    const tail = wide(input.entryNumber, 16) + wide(input.attemptOrdinal, 8) + wide(counter, 16);
    hex += hexOf(await crypto.subtle.sign('HMAC', key, bytesOf(LABEL_HEX + tail)));
  }
  return Array.from({ length: count }, (_, at) => BigInt(`0x${hex.slice(at * 8, at * 8 + 8)}`));
}

export async function referencePaper(
  input: ReferenceInput,
): Promise<{ versionId: string; optionOrder: string[] }[]> {
  const words = (await referenceWords(input, 1000))[Symbol.iterator]();
  const below = (n: number): number => {
    const fits = (2n ** 32n / BigInt(n)) * BigInt(n);
    for (;;) {
      const next = words.next();
      if (next.done) throw new Error('More words needed than the reference prepared');
      if (next.value < fits) return Number(next.value % BigInt(n));
    }
  };
  const pick = <Item>(items: Item[], count: number): Item[] => {
    const moved = new Map<number, number>();
    return Array.from({ length: count }, (_, place) => {
      const from = place + below(items.length - place);
      const index = moved.get(from) ?? from;
      moved.set(from, moved.get(place) ?? place);
      return items.slice(index, index + 1);
    }).flat();
  };
  const levels = 'recall understand apply analyse'.split(' ');
  const cellKey = (cell: ReferencePlan['cells'][number]) =>
    `${cell.topicId.toLowerCase()} ${levels.indexOf(cell.level)}`;
  const cells = [...input.plan.cells].sort((one, two) => (cellKey(one) < cellKey(two) ? -1 : 1));
  let questions = cells.flatMap((cell) => {
    const known = new Map(cell.versions.map((version) => [version.id.toLowerCase(), version]));
    const sorted = [...known.keys()].sort().flatMap((id) => known.get(id) ?? []);
    return pick(sorted, cell.count);
  });
  if (input.plan.shuffleQuestions) questions = pick(questions, questions.length);
  return questions.map(({ id, optionIds }) => ({
    versionId: id,
    optionOrder: input.plan.shuffleOptions ? pick(optionIds, optionIds.length) : optionIds,
  }));
}

function wide(value: number, digits: number): string {
  return BigInt(value).toString(16).padStart(digits, '0');
}

function bytesOf(hex: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

function hexOf(buffer: ArrayBuffer): string {
  return [...new Uint8Array(buffer)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
