import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type {
  ApplyImport,
  ImportItemPage,
  ImportPreview,
  ImportResult,
  PreviewImport,
} from '../../../shared/question-bank/question-import.schema.js';
import type { ImportStanding } from '../../../shared/kernel/import.js';
import { api, apiDelete, apiPost, apiPut, withQuery } from '../../platform/api/api.js';

export const importKey = (id: string) => ['question-import', id] as const;

export const previewImport = (request: PreviewImport) =>
  apiPost<ImportPreview>('/api/question-imports', request);

const readImport = (id: string, signal?: AbortSignal) =>
  api<ImportPreview>(`/api/question-imports/${encodeURIComponent(id)}`, { signal });

export function useImport(id: string) {
  return useQuery({
    queryKey: importKey(id),
    queryFn: ({ signal }) => readImport(id, signal),
    // What changes it is done here.
    staleTime: Infinity,
  });
}

const PAGE_SIZE = 100;

export const importItemsKey = (id: string) => [...importKey(id), 'items'] as const;

/** What is in a file, as far as somebody has looked; of one standing, or of all, whose first page came with the preview. */
export function useImportItems({ id, items, next }: ImportPreview, standing: ImportStanding | null) {
  return useInfiniteQuery({
    queryKey: [...importItemsKey(id), standing],
    queryFn: ({ signal, pageParam }) =>
      api<ImportItemPage>(
        withQuery(`/api/question-imports/${encodeURIComponent(id)}/items`, {
          limit: PAGE_SIZE,
          cursor: pageParam,
          standing,
        }),
        { signal },
      ),
    initialPageParam: '',
    initialData: standing === null ? { pages: [{ items, next }], pageParams: [''] } : undefined,
    getNextPageParam: (last) => last.next,
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

/** Approves every draft an import added, and says how many there were. */
export async function approveImported(id: string): Promise<number> {
  const path = `/api/question-imports/${encodeURIComponent(id)}/approval`;
  return (await apiPut<{ changed: number }>(path)).changed;
}
