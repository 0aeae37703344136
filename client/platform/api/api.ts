import { failureOf, networkFailure } from './api-failure.js';
import { connection } from './connection.js';
import { deviceNow, learnFrom } from '../time/server-time.js';

export type ApiRequest = {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  body?: unknown;
  signal?: AbortSignal;
  /** Lets the request outlive the page, for the last save when a tab closes. */
  keepalive?: boolean;
  /** For what takes the server longer than anything else. */
  timeoutMs?: number;
};

const TIMEOUT_MS = 20_000;

/**
 * Sends one request to our own server and returns the parsed answer. The server checked it against the schema
 * that `Answer` is inferred from, so it is not parsed again here: that would bring zod into the first load.
 * Throws `ApiFailure`; an abort by the caller's `signal` stays an abort.
 */
export async function api<Answer>(path: string, request: ApiRequest = {}): Promise<Answer> {
  const early = request.method ? undefined : takeBegun(path);
  const sentAt = deviceNow() - (early ? performance.now() - early.at : 0);
  const answer = await connection.watch(
    early ? early.answer.catch(() => send(path, request)) : send(path, request),
  );
  const body: unknown = await readBody(answer);
  if (!answer.ok) throw failureOf(body, answer.status);
  learnFrom(body, sentAt);
  return trusted<Answer>(body);
}

export const apiPost = <Answer>(path: string, body?: unknown): Promise<Answer> =>
  api(path, { method: 'POST', body });
export const apiPut = <Answer>(path: string, body?: unknown): Promise<Answer> =>
  api(path, { method: 'PUT', body });
export const apiDelete = <Answer>(path: string): Promise<Answer> => api(path, { method: 'DELETE' });

/** A path with its query; empty, null and undefined values are left out, lists become comma lists. */
export function withQuery(
  path: string,
  query: Record<string, string | number | readonly string[] | null | undefined>,
) {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    const text = Array.isArray(value) ? value.join(',') : String(value ?? '');
    if (text !== '') search.set(name, text);
  }
  return search.size > 0 ? `${path}?${search}` : path;
}

type Begun = { at: number; answer: Promise<Response> };

declare global {
  /** Filled by public/first-paint.js, before this was loaded. */
  var haiDangBegun: Partial<Record<string, Begun>> | undefined;
}

/** What was asked for before the scripts came serves once, and not after that. */
function takeBegun(path: string): Begun | undefined {
  const { [path]: begun, ...others } = globalThis.haiDangBegun ?? {};
  if (begun) globalThis.haiDangBegun = others;
  return begun;
}

async function send(
  path: string,
  { method = 'GET', body, signal, keepalive, timeoutMs = TIMEOUT_MS }: ApiRequest,
): Promise<Response> {
  const timeout = AbortSignal.timeout(timeoutMs);
  try {
    return await fetch(path, {
      method,
      credentials: 'same-origin',
      headers: {
        accept: 'application/json',
        // Another site cannot set it without a preflight, which is how the server knows the request is ours.
        'x-requested-with': 'hai-dang',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
      keepalive,
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw networkFailure();
  }
}

async function readBody(answer: Response): Promise<unknown> {
  try {
    const text = await answer.text();
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    if (answer.ok) throw networkFailure();
    return undefined;
  }
}

function trusted<Answer>(body: unknown): Answer;
function trusted(body: unknown): unknown {
  return body;
}
