import {
  forbidden,
  internalError,
  invalidInput,
  notFound,
  notSignedIn,
  passwordNotSet,
  tooLarge,
  unavailable,
  type FailureKind,
} from '../../../shared/kernel/failure.js';
import type { RouteDeclaration } from './route.js';

/** What a declaration says of a route's failures, by status: each with its codes by name. */
export function failuresOf(declaration: RouteDeclaration, method: string): Record<string, object> {
  const codes = new Map<number, string[]>();
  for (const { status, code } of [...impliedBy(declaration, method), ...(declaration.fails ?? [])])
    codes.set(status, [...new Set([...(codes.get(status) ?? []), code])]);
  const byStatus = [...codes].map(([status, named]) => [String(status), responseOf(named)] as const);
  return Object.fromEntries(byStatus);
}

/** What the guard and the parsers answer before the route has its say, and what may happen to every route. */
function impliedBy({ in: input, policy, beforePassword }: RouteDeclaration, method: string): FailureKind[] {
  const open = policy.name === 'anyone';
  const anySession = open || policy.name === 'signedIn';
  return [
    ...(input ? [invalidInput] : []),
    ...(open ? [] : [notSignedIn]),
    ...(anySession && method === 'GET' ? [] : [forbidden]),
    ...(beforePassword ? [] : [passwordNotSet]),
    ...(input?.params ? [notFound] : []),
    ...(input?.body ? [tooLarge] : []),
    internalError,
    unavailable,
  ];
}

function responseOf(codes: readonly string[]): object {
  const schema = {
    allOf: [{ $ref: '#/components/schemas/Failure' }, { properties: { code: { enum: codes } } }],
  };
  const example = { code: codes[0], params: {}, requestId: '5b1c9d3e-1' };
  return { description: codes.join(', '), content: { 'application/json': { schema, example } } };
}
