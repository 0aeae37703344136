import { useQuery } from '@tanstack/react-query';
import type {
  ApplyImport,
  ImportPreview,
  ImportResult,
  PreviewImport,
} from '../../../shared/question-bank/question-import.schema.js';
import { api, apiDelete, apiPost, apiPut } from '../../platform/api/api.js';
import { LARGEST_PAGE, readQuestions, reviewQuestions } from '../question/question.api.js';
import { standingOf } from './preview-items.rules.js';

export const importKey = (id: string) => ['question-import', id] as const;

export const previewImport = (request: PreviewImport) =>
  apiPost<ImportPreview>('/api/question-imports', request);

const readImport = (id: string, signal?: AbortSignal) =>
  api<ImportPreview>(`/api/question-imports/${encodeURIComponent(id)}`, { signal });

export function useImport(id: string) {
  return useQuery({
    queryKey: importKey(id),
    queryFn: ({ signal }) => readImport(id, signal),
    // A large preview is fetched once; what changes it is done here.
    staleTime: Infinity,
  });
}

const application = (id: string) => `/api/question-imports/${encodeURIComponent(id)}/application`;

/** Imports, and reads back until when it can be undone. */
export async function applyImport(id: string, request: ApplyImport) {
  const result = await apiPut<ImportResult>(application(id), request);
  return { result, preview: await readImport(id) };
}

export async function undoImport(id: string): Promise<ImportPreview> {
  await apiDelete(application(id));
  return readImport(id);
}

/** Clocks of two statements of one import may differ a little. */
const SLACK_MS = 60_000;

/** Approves every draft an import added, and says how many there were. */
export async function approveImported(preview: ImportPreview): Promise<number> {
  const wanted = new Set(
    preview.items
      .filter((item) => standingOf(item) === 'warned')
      .flatMap((item) => (item.question ? [likeness(item.question.content.prompt)] : [])),
  );
  const since = Date.parse(preview.appliedAt ?? '') - SLACK_MS;
  const ids = await draftsSince(since, wanted);
  return reviewQuestions(ids, 'reviewed');
}

const likeness = ({ type, text }: { type: string; text: string }) => `${type} ${text}`;

/** Newest drafts first: those the file has too, down to the time of the import. */
async function draftsSince(sinceMs: number, wanted: ReadonlySet<string>): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const page = await readQuestions({ states: ['draft'] }, { cursor, limit: LARGEST_PAGE });
    const fresh = page.items.filter((row) => Date.parse(row.updatedAt) >= sinceMs);
    ids.push(...fresh.filter((row) => wanted.has(likeness(row))).map((row) => row.id));
    cursor = fresh.length === page.items.length ? page.next : null;
  }
  return ids;
}
