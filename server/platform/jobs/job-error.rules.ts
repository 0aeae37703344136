import { z } from 'zod';
import { internalError } from '../../../shared/kernel/failure.js';

const SQLSTATE = /^[0-9A-Z]{5}$/;
const NODE_CODE = /^E[A-Z_]{2,30}$/;
/** A declared failure's code, or the name of a class of errors. */
const PLAIN = /^[A-Za-z][A-Za-z_.]{0,60}$/;

/**
 * What administrators read of an error: the code of a declared failure, an SQLSTATE, a system code, or else the name of
 * its class. Never its message, which may quote a row, an address or what somebody wrote.
 */
export function errorLabel(error: unknown): string {
  if (!(error instanceof Error)) return internalError.code;
  const declared = codeOf('kind' in error ? error.kind : undefined);
  if (declared !== null) return declared;
  const code = codeOf(error);
  if (code !== null && (SQLSTATE.test(code) || NODE_CODE.test(code))) return code;
  const name = error.constructor.name;
  return PLAIN.test(name) ? name : internalError.code;
}

/** How the queue says that nobody finished the job: its time ran out, or the process that did it is gone. */
const OF_THE_QUEUE: Record<string, string> = {
  'job timed out': 'job.timed_out',
  'job heartbeat timeout': 'job.interrupted',
};

const kept = z.object({ error: z.string().regex(/^[\w.]{1,61}$/) });
const ended = z.object({ value: z.object({ message: z.string() }) });

/** The label that is kept with a failed job; what else stands there is nobody's to read. */
export function labelKept(output: unknown): string {
  const own = kept.safeParse(output);
  if (own.success) return own.data.error;
  const message = ended.safeParse(output).data?.value.message ?? '';
  return OF_THE_QUEUE[message] ?? internalError.code;
}

function codeOf(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || !('code' in value)) return null;
  return typeof value.code === 'string' ? value.code : null;
}
