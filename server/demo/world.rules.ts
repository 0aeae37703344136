/** What somebody's attempt at a round came to. `points` are the attempt's, `ranked` those of the standings. */
export type WorldEntry = {
  memberId: string;
  answers: number;
  points: number;
  ranked: number;
  correct: number;
  timeUsedMs: number;
  submittedBy: string;
};
export type WorldRound = { title: string; entries: readonly WorldEntry[] };

/** `cast`: votes given to the question itself; `votes`: supporters shown, 0 of what was merged into another. */
export type WorldInquiry = { text: string; state: string; next: boolean; cast: number; votes: number };
export type WorldSession = { title: string; ended: boolean; inquiries: readonly WorldInquiry[] };

/** The demo world as far as it can be counted. */
export type World = {
  counts: { units: number; members: number; roles: number; questions: number; contests: number };
  rounds: readonly WorldRound[];
  sessions: readonly WorldSession[];
};

/** What is other than it was meant, a sentence each; nothing when the world came out right. */
export function differences(meant: World, found: World): string[] {
  return [
    ...differingFields('the organisation', meant.counts, found.counts),
    ...pairs(meant.rounds, found.rounds, byTitle).flatMap(([wanted, there]) =>
      roundDifferences(wanted, there),
    ),
    ...pairs(meant.sessions, found.sessions, byTitle).flatMap(([wanted, there]) =>
      sessionDifferences(wanted, there),
    ),
  ];
}

function roundDifferences(meant: WorldRound | undefined, found: WorldRound | undefined): string[] {
  if (!meant || !found) return [onlyOne('round', meant, found)];
  const entries = pairs(meant.entries, found.entries, ({ memberId }) => memberId);
  const wrong = entries.filter(([one, other]) => !one || !other || fieldsApart(one, other).length > 0);
  const zero = found.entries.filter(({ points }) => points <= 0).length;
  const [first] = wrong;
  return [
    ...(zero > 0 ? [`“${meant.title}”: ${zero} of ${found.entries.length} entries have no points`] : []),
    ...(first
      ? [`“${meant.title}”: ${wrong.length} of ${entries.length} entries are wrong, such as ${said(first)}`]
      : []),
  ];
}

function said([meant, found]: Pair<WorldEntry>): string {
  if (!meant || !found) return meant ? 'one that is missing' : 'one that nobody meant';
  return differingFields(`that of ${meant.memberId}`, meant, found).join('; ');
}

function sessionDifferences(meant: WorldSession | undefined, found: WorldSession | undefined): string[] {
  if (!meant || !found) return [onlyOne('session', meant, found)];
  const { title } = meant;
  return [
    ...(meant.ended === found.ended ? [] : [`“${title}” ${found.ended ? 'has' : 'has not'} ended`]),
    ...pairs(meant.inquiries, found.inquiries, ({ text }) => text).flatMap(([wanted, there]) =>
      wanted && there
        ? differingFields(`“${title}”, “${wanted.text}”`, wanted, there)
        : [`“${title}”: “${(wanted ?? there)?.text ?? ''}” ${wanted ? 'is missing' : 'was not meant'}`],
    ),
  ];
}

function differingFields<Counted extends object>(what: string, meant: Counted, found: Counted): string[] {
  const apart = fieldsApart(meant, found);
  return apart.length > 0 ? [`${what}: ${apart.join(', ')}`] : [];
}

function fieldsApart<Counted extends object>(meant: Counted, found: Counted): string[] {
  const there = new Map<string, unknown>(Object.entries(found));
  return Object.entries(meant).flatMap(([name, value]) =>
    value === there.get(name) ? [] : [`${name} ${String(there.get(name))} instead of ${String(value)}`],
  );
}

type Pair<Item> = [meant: Item | undefined, found: Item | undefined];

/** What belongs together by its key, and what stands alone on either side. */
function pairs<Item>(
  meant: readonly Item[],
  found: readonly Item[],
  keyOf: (item: Item) => string,
): Pair<Item>[] {
  const there = new Map(found.map((item) => [keyOf(item), item]));
  const wanted = new Set(meant.map(keyOf));
  return [
    ...meant.map((item): Pair<Item> => [item, there.get(keyOf(item))]),
    ...found.filter((item) => !wanted.has(keyOf(item))).map((item): Pair<Item> => [undefined, item]),
  ];
}

const byTitle = ({ title }: { title: string }): string => title;

function onlyOne(what: string, meant?: { title: string }, found?: { title: string }): string {
  return `the ${what} “${(meant ?? found)?.title ?? ''}” ${meant ? 'is missing' : 'was not meant'}`;
}
