import { parseArgs } from 'node:util';
import { Problem } from '../terminal/problem.mjs';

/**
 * Reads the command line; an option nobody knows is a mistake worth saying.
 * @template {NonNullable<import('node:util').ParseArgsConfig['options']>} T
 * @param {T} options
 * @param {{ usage: string, positionals?: boolean }} about
 */
export function readOptions(options, { usage, positionals = false }) {
  try {
    return parseArgs({ options, allowPositionals: positionals });
  } catch (error) {
    throw new Problem(error instanceof Error ? error.message : String(error), `Usage: ${usage}`);
  }
}
