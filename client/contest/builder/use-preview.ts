import { useMutation } from '@tanstack/react-query';
import { useBuilder } from './builder-context.js';
import { drawPreview } from './builder.api.js';

/** Draws a trial paper from what is on screen, which is saved first. */
export function usePreview() {
  const { round, settings, flush } = useBuilder();
  const draw = useMutation({
    mutationFn: async () => {
      await flush();
      return drawPreview(round.id);
    },
  });
  return { draw, isEmpty: settings.blueprint.length === 0 };
}
