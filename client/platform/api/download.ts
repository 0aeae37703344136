import { saveFile } from '../page/save-file.js';
import { ApiFailure, failureOf, networkFailure } from './api-failure.js';

/** Beyond this somebody wonders whether anything happens. */
const MOMENT_MS = 1_000;
/** A file that is still not made after so many turns is not made any more. */
const MAX_TRIES = 20;

/**
 * Fetches a file and has the browser save it under the name the server gives it. `onPreparing` is called once when that
 * takes longer than a moment; while too many wait at the server, it asks again as often as the server says.
 */
export async function download(address: string, onPreparing: () => void, body?: unknown): Promise<void> {
  const timer = setTimeout(onPreparing, MOMENT_MS);
  try {
    const answer = await readyFile(address, body);
    saveFile(nameOf(answer), await answer.blob());
  } finally {
    clearTimeout(timer);
  }
}

async function readyFile(address: string, body: unknown): Promise<Response> {
  for (let tries = 1; ; tries += 1) {
    const answer = await fetch(address, requestOf(body)).catch(() => {
      throw networkFailure();
    });
    if (answer.ok) return answer;
    const reason: unknown = await answer.json().catch(() => undefined);
    const failure = failureOf(reason, answer.status);
    if (failure.code !== 'busy' || tries === MAX_TRIES) throw failure;
    await wait(waitMsOf(failure));
  }
}

/** What the file is to hold may be more than an address has room for: then it is sent. */
function requestOf(body: unknown): RequestInit {
  if (body === undefined) return { credentials: 'same-origin' };
  const headers = { 'content-type': 'application/json', 'x-requested-with': 'hai-dang' };
  return { method: 'POST', credentials: 'same-origin', headers, body: JSON.stringify(body) };
}

function waitMsOf({ params }: ApiFailure): number {
  const seconds = Number(params.retryAfterSeconds ?? 1);
  return (Number.isFinite(seconds) ? Math.max(1, seconds) : 1) * 1_000;
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

function nameOf(answer: Response): string {
  return /filename="([^"]+)"/.exec(answer.headers.get('content-disposition') ?? '')?.[1] ?? '';
}
