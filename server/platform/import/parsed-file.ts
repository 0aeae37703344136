import { z } from 'zod';
import type { ImportFinding, ImportStanding } from '../../../shared/kernel/import.js';

/** One item as a thread writes it. Places count from 1. */
export type ParsedRow = {
  place: number;
  line: number;
  excerpt: string;
  /** What would come in; null for what is refused. */
  content: object | null;
  /** Two items with one print say the same. */
  print: string | null;
  errors: readonly ImportFinding[];
  warnings: readonly ImportFinding[];
  standing: ImportStanding;
  duplicateOf: string | null;
};

const ROWS_IN_A_PART = 100;

/** What a thread makes of a file: why it cannot be read as a whole, or its rows as JSON lists that nobody on the way reads. */
export const parsedFile = z.union([
  z.object({
    refused: z.object({
      kind: z.object({ code: z.string(), status: z.int() }),
      params: z.record(z.string(), z.union([z.string(), z.number()])),
    }),
  }),
  z.object({ parts: z.array(z.string()) }),
]);
export type ParsedFile = z.infer<typeof parsedFile>;

export function inParts(rows: readonly ParsedRow[]): ParsedFile {
  const parts: string[] = [];
  for (let from = 0; from < rows.length; from += ROWS_IN_A_PART)
    parts.push(JSON.stringify(rows.slice(from, from + ROWS_IN_A_PART)));
  return { parts };
}
