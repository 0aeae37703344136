type Module = { isEntry: boolean; importers: readonly string[]; dynamicImporters: readonly string[] };
/** What the bundler knows of modules by their ids. */
export type Graph = { getModuleInfo: (id: string) => Module | null };

/** Libraries every page needs go into one long-lived file; whatever only some pages need stays with them. */
export const EVERYWHERE =
  /node_modules\/(react|react-dom|scheduler|react-router|i18next|react-i18next|@tanstack\/(react-query|query-core))\//;

/** Small parts that every page needs: together they compress better and are fewer requests than each in a file. */
const PARTS =
  /client\/(platform\/(api\/(api|api-failure|connection|errors|session)|page\/(announcer|page-title|shortcut-keys|shortcuts|to-sign-in)|text\/(format|i18n|language)|time\/server-time)|ui\/(data\/(chip|key-hint)|feedback\/(banner|empty-state|error-state|offline-state|query-states|refusal-states|skeletons|state-disc|toast-queue)|form\/(button|icon-button|spinner|segmented)|layout\/(connection-banner|connection-strip|preferences|sheet)))\./;

/** Texts that are asked for together, in one file for each language. */
const TEXTS = [
  { name: 'words', test: /client\/(platform|ui|app)\/(vi|en)\.json$/ },
  { name: 'member-words', test: /client\/(home|contest|contest\/(running-bar|standings))\/(vi|en)\.json$/ },
  { name: 'audience-words', test: /client\/(qna|qna\/(audience|answer-clock|gate))\/(vi|en)\.json$/ },
];

const ATTEMPT = /contest\/attempt\/attempt\.page\.tsx$/;
const AUDIENCE = /qna\/audience\/audience\.page\.tsx$/;
const SIGN_IN = /account\/session\/sign-in\.page\.tsx$/;
/** What members open from their menu, and the frame around it. */
const OF_MEMBERS =
  /client\/(app\/member-shell|home\/home\.page|contest\/(running-bar\/running-bar|(list|page|standings|result)\/\w+\.page)|qna\/join\/sessions\.page)\.tsx$/;

/**
 * The file a module goes into where it is not left to the bundler, which would make one for each set of pages that share
 * something: forty of a kilobyte, a round trip each. What an attempt shares with any other page is one file, since an
 * attempt needs all of it; so is what the audience's page shares beyond, and what the pages of members share beyond both.
 */
export function chunkOf(id: string, graph: Graph): string | null {
  // Their one entrance leads to all of them: who really needs what the bundler knows better.
  if (id.includes('/node_modules/')) return null;
  if (PARTS.test(id)) return 'parts';
  const texts = TEXTS.find(({ test }) => test.test(id));
  if (texts) return `${texts.name}-${id.endsWith('/en.json') ? 'en' : 'vi'}`;
  const pages = [...rootsOf(id, graph)];
  if (pages.length < 2) return null;
  if (pages.some((page) => ATTEMPT.test(page))) return 'attempt-shared';
  if (pages.some((page) => AUDIENCE.test(page))) return 'audience-shared';
  if (pages.some((page) => SIGN_IN.test(page))) return null;
  return pages.some((page) => OF_MEMBERS.test(page)) ? 'member' : null;
}

/** The modules fetched on their own that bring this one with them. */
function rootsOf(id: string, graph: Graph): ReadonlySet<string> {
  const roots = new Set<string>();
  const seen = new Set([id]);
  const queue = [id];
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    const module = graph.getModuleInfo(at);
    if (module?.dynamicImporters.length) roots.add(at);
    for (const importer of module?.importers ?? []) {
      if (seen.has(importer)) continue;
      seen.add(importer);
      queue.push(importer);
    }
  }
  return roots;
}
