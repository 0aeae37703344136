import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import type {
  changedCount,
  CreateQuestion,
  EditQuestion,
  QuestionPage,
  QuestionView,
  ReviewState,
} from '../../../shared/question-bank/question.schema.js';
import type {
  ChangePreview,
  ChangeResult,
  QuestionChange,
  UndoResult,
} from '../../../shared/question-bank/question-change.schema.js';
import type { TopicPage } from '../../../shared/question-bank/topic.schema.js';
import { api, apiDelete, apiPost, apiPut, withQuery } from '../../platform/api/api.js';

export type Changed = z.infer<typeof changedCount>;

/** Everything of the bank in the query cache; a change of any question makes all of it old. */
export const bankKey = ['question-bank'] as const;

/** Filters as they stand in the address; an empty one filters nothing. */
export type BankFilter = {
  q: string;
  topics: string[];
  levels: string[];
  types: string[];
  states: string[];
  /** Only what came in by one file. */
  import: string;
};

/** As requests name them: single ones, or what a filter finds at the moment of acting. */
export type SelectedQuestions = { ids: string[] } | { filter: Partial<BankFilter>; except: string[] };

export const PAGE_SIZE = 50;
/** How many questions one change of state or topic may name. */
export const MOST_AT_ONCE = 500;

export const readQuestions = (
  filter: Partial<BankFilter>,
  { cursor = '', limit = PAGE_SIZE }: { cursor?: string; limit?: number },
  signal?: AbortSignal,
) => api<QuestionPage>(withQuery('/api/questions', { ...filter, cursor, limit }), { signal });

export function useQuestionList(filter: BankFilter, cursor: string) {
  return useQuery({
    queryKey: [...bankKey, 'list', filter, cursor],
    queryFn: ({ signal }) => readQuestions(filter, { cursor }, signal),
    placeholderData: keepPreviousData,
  });
}

/** How many questions there are in all, and how many wait for approval. */
export function useBankCounts() {
  return useQuery({
    queryKey: [...bankKey, 'counts'],
    queryFn: async ({ signal }) => {
      const [all, drafts] = await Promise.all([
        readQuestions({}, { limit: 1 }, signal),
        readQuestions({ states: ['draft'] }, { limit: 1 }, signal),
      ]);
      return { all: all.total, drafts: drafts.total };
    },
  });
}

export function useTopics() {
  return useQuery({
    queryKey: [...bankKey, 'topics'],
    queryFn: ({ signal }) => api<TopicPage>('/api/topics', { signal }),
  });
}

export const planKey = [...bankKey, 'plan'] as const;
export const previewChange = (
  selection: SelectedQuestions,
  change: QuestionChange | undefined,
  signal?: AbortSignal,
) =>
  api<ChangePreview>('/api/question-changes/preview', {
    method: 'POST',
    body: { selection, change },
    signal,
  });
export const changeQuestions = (selection: SelectedQuestions, change: QuestionChange) =>
  apiPost<ChangeResult>('/api/question-changes', { selection, change });
export const undoChange = (id: string) =>
  api<UndoResult>(`/api/question-changes/${encodeURIComponent(id)}`, { method: 'DELETE' });

const topicPath = (id: string) => `/api/topics/${encodeURIComponent(id)}`;
export const renameTopic = (id: string, name: string) => apiPut<void>(`${topicPath(id)}/name`, { name });
export const mergeTopic = (id: string, into: string) => apiPut<void>(`${topicPath(id)}/successor`, { into });
export const retireTopic = (id: string) => apiPut<void>(`${topicPath(id)}/retirement`);
export const restoreTopic = (id: string) => apiDelete<void>(`${topicPath(id)}/retirement`);

export const questionKey = (id: string) => [...bankKey, 'one', id] as const;
export const readQuestion = (id: string, signal?: AbortSignal) =>
  api<QuestionView>(`/api/questions/${encodeURIComponent(id)}`, { signal });

export function useQuestion(id: string) {
  return useQuery({ queryKey: questionKey(id), queryFn: ({ signal }) => readQuestion(id, signal) });
}

export const createQuestion = (body: CreateQuestion) => apiPost<QuestionView>('/api/questions', body);
export const editQuestion = (id: string, body: EditQuestion) =>
  apiPut<QuestionView>(`/api/questions/${encodeURIComponent(id)}`, body);

/** One state for many questions, in as many requests as it takes. */
export async function reviewQuestions(ids: readonly string[], state: ReviewState): Promise<number> {
  return inParts(ids, (part) => apiPut<Changed>('/api/questions/review', { ids: part, state }));
}

async function inParts(
  ids: readonly string[],
  send: (part: readonly string[]) => Promise<Changed>,
): Promise<number> {
  let changed = 0;
  for (let from = 0; from < ids.length; from += MOST_AT_ONCE) {
    changed += (await send(ids.slice(from, from + MOST_AT_ONCE))).changed;
  }
  return changed;
}
