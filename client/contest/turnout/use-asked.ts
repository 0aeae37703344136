import { useSearchParams } from 'react-router';
import type { TurnoutState } from '../../../shared/contest/turnout.schema.js';
import type { Asked } from './turnout.api.js';

const STATES: readonly TurnoutState[] = ['missing', 'running', 'done'];

/** What the address asks for. A change of it is not a step back. */
export function useAsked(): { asked: Asked; ask: (changes: Partial<Asked>) => void } {
  const [params, setParams] = useSearchParams();
  const asked: Asked = {
    round: params.get('round') ?? '',
    unit: params.get('unit') ?? '',
    state: STATES.find((state) => state === params.get('state')) ?? 'missing',
    q: params.get('q') ?? '',
  };
  const ask = (changes: Partial<Asked>) => setParams(queryOf({ ...asked, ...changes }), { replace: true });
  return { asked, ask };
}

export function queryOf({ state, ...asked }: Asked): URLSearchParams {
  const given = Object.entries({ ...asked, state: state === 'missing' ? '' : state });
  return new URLSearchParams(given.filter(([, value]) => value !== ''));
}
