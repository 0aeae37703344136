import { resolve } from 'node:path';

/** The folder that holds package.json. */
export const root = resolve(import.meta.dirname, '../..');

/** Where this copy keeps its database and files: DATA_DIR, or .data in the project. */
export function dataFolder(env = process.env) {
  const chosen = env.DATA_DIR?.trim();
  return chosen ? resolve(root, chosen) : resolve(root, '.data');
}
