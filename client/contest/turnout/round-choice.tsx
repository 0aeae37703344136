import type { TurnoutRound } from '../../../shared/contest/turnout.schema.js';
import { useT } from '../../platform/text/i18n.js';
import { Sheet } from '../../ui/layout/sheet.js';
import { RoundFacts } from './round-card.js';
import classes from './turnout.module.css';

type RoundChoiceProps = {
  open: boolean;
  rounds: readonly TurnoutRound[];
  onClose: () => void;
  onChoose: (round: string) => void;
};

/** All rounds to choose from, on phones. */
export function RoundChoice({ open, rounds, onClose, onChoose }: RoundChoiceProps) {
  const t = useT('contest/turnout');
  return (
    <Sheet open={open} onClose={onClose} title={t('changeTitle')}>
      {open &&
        rounds.map((round) => (
          <button
            key={round.roundId}
            type="button"
            className={classes.choice}
            onClick={() => onChoose(round.roundId)}
          >
            <RoundFacts round={round} isChosen={false} />
          </button>
        ))}
    </Sheet>
  );
}
