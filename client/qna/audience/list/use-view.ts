import { useSearchParams } from 'react-router';
import { INITIAL_VIEW, viewOf, type View } from './view.rules.js';

/** Which questions are looked at; in the address, so that a reload and a link keep it. */
export function useView() {
  const [params, setParams] = useSearchParams();
  const setView = (view: View) =>
    setParams(
      (before) => {
        const after = new URLSearchParams(before);
        for (const name of ['tab', 'show'] as const) {
          if (view[name] === INITIAL_VIEW[name]) after.delete(name);
          else after.set(name, view[name]);
        }
        return after;
      },
      { replace: true, preventScrollReset: true },
    );
  return { view: viewOf(params.get('tab'), params.get('show')), setView };
}
