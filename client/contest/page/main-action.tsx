import { IconArrowRight } from '@tabler/icons-react';
import type { RoundView } from '../../../shared/contest/contest.schema.js';
import { useT } from '../../platform/text/i18n.js';
import { Button, ButtonLink } from '../../ui/form/button.js';
import { canStart, type FocusRound } from '../round-state.rules.js';

type MainActionProps = { focus: FocusRound | null; onStart: (round: RoundView) => void };

/** The one thing to press now: go on with the attempt, or enter the open round. Nothing else is put here. */
export function MainAction({ focus, onStart }: MainActionProps) {
  const t = useT('contest');
  if (!focus) return null;
  const { round, state } = focus;
  if (state.kind === 'running') {
    return (
      <ButtonLink kind="accent" iconAfter={<IconArrowRight />} to={`/attempts/${state.attemptId}`}>
        {t('page.resumeRound', { nth: round.ordinal })}
      </ButtonLink>
    );
  }
  if (!canStart(state)) return null;
  return (
    <Button kind="accent" iconAfter={<IconArrowRight />} onClick={() => onStart(round)}>
      {t('page.enterRound', { nth: round.ordinal })}
    </Button>
  );
}
