/** Lines a file may have. Read by lint (while you type) and by the file check (every kind of file). */
export const MAX_LINES = 300;
export const MAX_TEST_LINES = 400;
/** Modules a folder may hold; tests, texts and stylesheets are not counted. */
export const MAX_FOLDER_MODULES = 25;
export const MAX_TRACKED_BYTES = 1_000_000;

/** Fewer modules than this means the dependency rules are not reading the sources at all. */
export const MIN_MODULES = 560;

/** Brotli bytes of script a browser loads before the attempt page can be used. */
export const MAX_FIRST_LOAD_BYTES = 170_000;

/** The styles that come with a page, and the files of letters, in bytes. */
const LOOKS = { styleBytes: 36_000, fontBytes: 170_000 };
/** What the first visit of a page may cost: see first-visit.mjs. */
export const FIRST_VISITS = {
  '/sign-in': { ...LOOKS, requests: 46, seconds: 5.5 },
  '/': { ...LOOKS, requests: 46, seconds: 6 },
  '/contests/:id': { ...LOOKS, requests: 46, seconds: 6 },
  '/attempts/:id': { ...LOOKS, requests: 35, seconds: 6 },
  '/qna/:id': { ...LOOKS, requests: 38, seconds: 6 },
};
