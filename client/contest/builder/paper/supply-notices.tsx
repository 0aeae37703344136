import { useT } from '../../../platform/text/i18n.js';
import { Banner } from '../../../ui/feedback/banner.js';
import { ButtonLink } from '../../../ui/form/button.js';
import { useBuilder } from '../draft/builder-context.js';
import type { Matrix } from './matrix.rules.js';

const MOST_SHOWN = 4;

/** The cells the bank cannot fill well, worst first, with the way to more questions. */
export function SupplyNotices({ matrix }: { matrix: Matrix }) {
  const t = useT('contest/builder');
  const { locked } = useBuilder();
  if (locked) return null;
  const cells = matrix.rows.flatMap((row) => row.cells.map((cell) => ({ ...cell, ...topicOf(row) })));
  const troubles = (['impossible', 'thin'] as const).flatMap((state) =>
    cells.filter((cell) => cell.state === state),
  );
  return troubles.slice(0, MOST_SHOWN).map((cell) => (
    <Banner
      key={cell.topicId + cell.level}
      tone={cell.state === 'impossible' ? 'danger' : 'warning'}
      action={
        <ButtonLink size="sm" to={`/organise/questions?topics=${cell.topicId}&levels=${cell.level}`}>
          {t('paper.addQuestions')}
        </ButtonLink>
      }
    >
      <b>
        {t('paper.short', {
          topic: cell.topic || t('paper.unknownTopic'),
          level: t(`level.${cell.level}`),
          count: cell.available,
        })}
      </b>{' '}
      {cell.state === 'impossible' ? t('paper.shortImpossible', { count: cell.count }) : t('paper.shortThin')}
    </Banner>
  ));
}

const topicOf = ({ topicId, topic }: Matrix['rows'][number]) => ({ topicId, topic });
