import type { Level, ReviewState } from '../../../shared/question-bank/question.schema.js';
import { useT } from '../../platform/text/i18n.js';
import { Chip } from '../../ui/data/chip.js';
import { LevelBars } from '../../ui/data/level-bars.js';
import { questionWords, stepOf } from './question-words.js';

const kinds = { draft: 'amber', reviewed: 'teal', retired: 'plain' } as const;

export function StateChip({ state }: { state: ReviewState }) {
  const t = useT('question-bank');
  return (
    <Chip kind={kinds[state]} size="sm">
      {questionWords(t).state(state)}
    </Chip>
  );
}

export function LevelMark({ level }: { level: Level }) {
  const t = useT('question-bank');
  return <LevelBars step={stepOf(level)} label={questionWords(t).level(level)} />;
}
