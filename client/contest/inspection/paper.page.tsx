import { IconChevronLeft, IconChevronRight, IconListSearch, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useParams } from 'react-router';
import type { InspectedPaper } from '../../../shared/contest/inspection.schema.js';
import { useFormat, useT } from '../../platform/text/i18n.js';
import { Avatar } from '../../ui/data/avatar.js';
import { TimerPill } from '../../ui/data/timer-pill.js';
import { EmptyState } from '../../ui/feedback/empty-state.js';
import { QueryStates } from '../../ui/feedback/query-states.js';
import { PageBones } from '../../ui/feedback/skeletons.js';
import { Button, ButtonLink } from '../../ui/form/button.js';
import { Segmented } from '../../ui/form/segmented.js';
import { PageHeader } from '../../ui/layout/page-header.js';
import { Panel } from '../../ui/layout/panel.js';
import { useInspectionAddress } from './inspection-address.js';
import { usePaper } from './inspection.api.js';
import { PaperEvents } from './paper-events.js';
import { PaperQuestion } from './paper-question.js';
import { PaperScore } from './paper-score.js';
import classes from './paper.module.css';
import { usePaperMoves } from './use-paper-moves.js';
import { isInFilter, PAPER_FILTERS, type PaperFilter } from './verdict.rules.js';

/** One attempt with everything that was written in it. It is only read here. */
export function Component() {
  const { id = '' } = useParams();
  const t = useT('contest/inspection');
  const { filter, suffix } = useInspectionAddress();
  return (
    <QueryStates
      page
      query={usePaper(id, filter)}
      texts={['contest/inspection', 'contest/builder']}
      failed={t('paper.failed')}
      loading={<PageBones />}
    >
      {(paper) => (
        <>
          <Head paper={paper} suffix={suffix} />
          <div className={classes.grid}>
            <Questions key={paper.id} paper={paper} />
            <div className={classes.side}>
              <PaperScore paper={paper} />
              <PaperEvents events={paper.events} />
            </div>
          </div>
        </>
      )}
    </QueryStates>
  );
}

function Head({ paper, suffix }: { paper: InspectedPaper; suffix: string }) {
  const t = useT('contest/inspection');
  const { member, ordinal, attemptsAllowed, state, deadlineAt } = paper;
  const attempt =
    attemptsAllowed === null
      ? t('paper.ordinal', { nth: ordinal })
      : t('paper.ordinalOf', { nth: ordinal, allowed: attemptsAllowed });
  return (
    <div className={classes.head}>
      <Avatar id={member.id} name={member.fullName} size={56} />
      <PageHeader
        title={member.fullName}
        subtitle={[member.unit, member.code, attempt].filter(Boolean).join(' · ')}
        crumbs={[
          { to: `/organise/contests/${paper.contestId}/run?round=${paper.roundId}`, label: paper.roundTitle },
          { to: `/organise/rounds/${paper.roundId}/attempts${suffix}`, label: t('paper.crumb') },
        ]}
        badge={
          state === 'running' && (
            <TimerPill size="sm" deadline={Date.parse(deadlineAt)} label={t('paper.running')} />
          )
        }
        actions={
          <>
            <Neighbour to={paper.previous} suffix={suffix} label={t('paper.newer')} />
            <Neighbour to={paper.next} suffix={suffix} label={t('paper.older')} isNext />
            <Button kind="primary" icon={<IconPrinter />} onClick={() => window.print()}>
              {t('paper.print')}
            </Button>
          </>
        }
      />
    </div>
  );
}

type NeighbourProps = { to: string | null; suffix: string; label: string; isNext?: boolean };

function Neighbour({ to, suffix, label, isNext }: NeighbourProps) {
  const icon = isNext ? <IconChevronRight aria-hidden="true" /> : <IconChevronLeft aria-hidden="true" />;
  if (to === null)
    return <Button aria-disabled icon={icon} aria-label={label} title={label} className={classes.turn} />;
  return (
    <ButtonLink
      to={`/organise/attempts/${to}${suffix}`}
      icon={icon}
      aria-label={label}
      title={label}
      className={classes.turn}
    />
  );
}

function Questions({ paper }: { paper: InspectedPaper }) {
  const t = useT('contest/inspection');
  const { number, timeWithSeconds } = useFormat();
  const [filter, setFilter] = useState<PaperFilter>('all');
  const shown = paper.questions.filter((question) => isInFilter(question, filter));
  usePaperMoves(shown.map(({ position }) => position));
  return (
    <Panel kind="flush">
      <header className={classes.bar}>
        <Segmented
          label={t('paper.filterLabel')}
          value={filter}
          onChange={setFilter}
          options={PAPER_FILTERS.map((value) => {
            const count = paper.questions.filter((question) => isInFilter(question, value)).length;
            return { value, label: t(`paper.filter.${value}`, { number: number(count) }) };
          })}
        />
        <span>{t('paper.drawn', { at: timeWithSeconds(paper.startedAt) })}</span>
      </header>
      {shown.map((question) => (
        <PaperQuestion key={question.position} question={question} most={paper.pointsPerQuestion} />
      ))}
      {shown.length === 0 && <EmptyState icon={<IconListSearch />} title={t(`paper.nothing.${filter}`)} />}
    </Panel>
  );
}
