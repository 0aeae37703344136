import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  ApplyMembers,
  MemberColumn,
  MemberImportRows,
  MemberImportView,
  NameUnit,
} from '../../../shared/account/member-import.schema.js';
import { api, apiDelete, apiPut, withQuery } from '../../platform/api/api.js';
import { useLanguage } from '../../platform/text/i18n.js';

export const ROWS_PER_PAGE = 25;
/** Twenty thousand rows are read, compared and kept before the answer comes. */
const PREVIEW_MS = 120_000;

const importKey = (id: string) => ['account', 'import', id] as const;
const pathOf = (id: string) => `/api/member-imports/${encodeURIComponent(id)}`;

/** While it is being applied its state is asked for every second. */
export function useImport(id: string) {
  return useQuery({
    queryKey: importKey(id),
    queryFn: ({ signal }) => api<MemberImportView>(pathOf(id), { signal }),
    refetchInterval: ({ state }) => (state.data?.run?.state === 'running' ? 1_000 : false),
  });
}

export type RowFilters = { action: string; q: string; cursor: string };

export function useImportRows(id: string, filters: RowFilters) {
  return useQuery({
    queryKey: [...importKey(id), 'rows', filters],
    queryFn: ({ signal }) =>
      api<MemberImportRows>(withQuery(`${pathOf(id)}/rows`, { ...filters, limit: ROWS_PER_PAGE }), {
        signal,
      }),
    placeholderData: keepPreviousData,
  });
}

export type ChosenFile = { file: File; columns: Partial<Record<MemberColumn, string>> };

export function usePreview() {
  return useMutation({
    mutationFn: async ({ file, columns }: ChosenFile) => {
      const format = /\.xls[xm]?$/i.test(file.name) ? 'xlsx' : 'csv';
      const body = { fileName: file.name.slice(-200), format, content: await base64Of(file), columns };
      return api<MemberImportView>('/api/member-imports', { method: 'POST', body, timeoutMs: PREVIEW_MS });
    },
  });
}

/** What the server answers is how the file stands from now on; its rows are read anew. */
function useStanding(id: string) {
  const client = useQueryClient();
  return (view: MemberImportView) => {
    client.setQueryData(importKey(id), view);
    void client.invalidateQueries({ queryKey: [...importKey(id), 'rows'] });
  };
}

export function useNameUnit(id: string) {
  const onSuccess = useStanding(id);
  return useMutation({
    mutationFn: (body: NameUnit) => apiPut<MemberImportView>(`${pathOf(id)}/units`, body),
    onSuccess,
  });
}

export function useApply(id: string) {
  const onSuccess = useStanding(id);
  return useMutation({
    mutationFn: (body: ApplyMembers) => apiPut<MemberImportView>(`${pathOf(id)}/application`, body),
    onSuccess,
  });
}

export function useStop(id: string) {
  return useMutation({ mutationFn: () => apiDelete<void>(`${pathOf(id)}/run`) });
}

export function useUndo(id: string) {
  const onSuccess = useStanding(id);
  return useMutation({
    mutationFn: () =>
      api<MemberImportView>(`${pathOf(id)}/application`, { method: 'DELETE', timeoutMs: PREVIEW_MS }),
    onSuccess,
  });
}

/** Where the files around an import are, in the reader's language. */
export function useImportFiles(id: string) {
  const lang = useLanguage();
  return {
    lang,
    template: `/api/member-import-template.xlsx?lang=${lang}`,
    wrong: `${pathOf(id)}/wrong.csv?lang=${lang}`,
    slips: `${pathOf(id)}/slips.pdf`,
  };
}

function base64Of(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () =>
      resolve(typeof reader.result === 'string' ? reader.result.replace(/^[^,]*,/, '') : '');
    reader.onerror = () => reject(reader.error ?? new Error('unreadable'));
    reader.readAsDataURL(file);
  });
}
