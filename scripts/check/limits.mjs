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
