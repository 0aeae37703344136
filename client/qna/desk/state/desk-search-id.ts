/** Where `/` leads to. */
export const SEARCH_ID = 'desk-search';
