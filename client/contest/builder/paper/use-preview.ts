import { useMutation } from '@tanstack/react-query';
import { useBuilder } from '../draft/builder-context.js';
import { drawPreview } from '../draft/builder.api.js';
import { isBlocking } from '../draft/steps.rules.js';

/** Draws a trial paper from what is on screen, which is saved first. */
export function usePreview() {
  const { round, settings, flush, problemsOf } = useBuilder();
  const draw = useMutation({
    mutationFn: async () => {
      await flush();
      return drawPreview(round.id);
    },
  });
  const isEmpty = settings.blueprint.length === 0;
  // Known from the last save; drawing by hand asks again.
  const isUnfillable = !isEmpty && problemsOf('paper').some(isBlocking);
  return { draw, isEmpty, isUnfillable };
}
