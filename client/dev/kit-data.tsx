import { useState } from 'react';
import { useFormat, useT } from '../platform/text/i18n.js';
import { Avatar, AvatarStack } from '../ui/data/avatar.js';
import { DataTable, type Column } from '../ui/data/data-table.js';
import { LevelBars } from '../ui/data/level-bars.js';
import { Pagination } from '../ui/data/pagination.js';
import { Panel } from '../ui/layout/panel.js';
import { ProgressBar } from '../ui/feedback/progress-bar.js';
import { RingScore } from '../ui/data/ring-score.js';
import { StatCell, StatRow } from '../ui/data/stat-cell.js';
import { TopicBar } from '../ui/data/topic-bar.js';
import classes from './kit.module.css';

const people = [
  { id: '1f', name: 'Trần Thu Hà', unit: 'Tạp chí điện tử', points: 92.4 },
  { id: '2c', name: 'Lê Quang Huy', unit: 'Ban Quốc tế', points: 91.1 },
  { id: '3e', name: 'Hồ Văn Khải', unit: 'Ban Kinh tế', points: 88.6 },
  { id: '4b', name: 'Phạm Ngọc Lan', unit: 'Thư ký – Biên tập', points: 1087.9 },
];
type Person = (typeof people)[number];

export function KitLevels() {
  const t = useT('dev');
  return (
    <Panel title={t('levels.title')}>
      <div className={classes.row} style={{ gap: 24 }}>
        <LevelBars step={1} label={t('levels.one')} />
        <LevelBars step={2} label={t('levels.two')} />
        <LevelBars step={3} label={t('levels.three')} />
        <LevelBars step={4} label={t('levels.four')} />
      </div>
    </Panel>
  );
}

export function KitPeople() {
  const t = useT('dev');
  return (
    <Panel title={t('people.title')}>
      <div className={classes.row}>
        <Avatar id="1f" name="Trần Thu Hà" size={56} />
        <Avatar id="2c" name="Lê Quang Huy" size={48} />
        <Avatar id="3e" name="Hồ Văn Khải" />
        <Avatar id="4b" name="Phạm Ngọc Lan" size={32} />
        <AvatarStack people={people.slice(0, 3)} total={12} />
      </div>
      <div className={classes.column} style={{ marginTop: 16 }}>
        <ProgressBar value={9} max={20} tone="now" label={t('people.progress')} />
        <ProgressBar value={89} max={100} tone="done" label={t('people.done')} />
        <ProgressBar value={64} max={100} tone="quiet" size="sm" label={t('people.done')} />
      </div>
    </Panel>
  );
}

export function KitResults() {
  const t = useT('dev');
  const { clockUsed, percent } = useFormat();
  const topics = [
    { key: 'press', share: 0.9, result: '9/10', mean: 0.62 },
    { key: 'law', share: 0.4, result: '2/5', mean: 0.71 },
    { key: 'history', share: 0.8, result: '4/5', mean: null },
  ];
  return (
    <Panel title={t('results.title')}>
      <div className={classes.row} style={{ justifyContent: 'center', marginBottom: 16 }}>
        <RingScore value={72.1} max={100} label={t('results.score')} caption={t('results.of')} />
      </div>
      <StatRow>
        <StatCell label={t('results.correct')} value="15/20" tone="good" />
        <StatCell label={t('results.time')} value={clockUsed(1_118_000)} />
        <StatCell label={t('results.rank')} value="12" note={t('results.rankNote')} tone="now" />
      </StatRow>
      <div style={{ marginTop: 12 }}>
        {topics.map(({ key, share, result, mean }) => (
          <TopicBar
            key={key}
            topic={t(`fields.topics.${key}`)}
            share={share}
            result={result}
            mean={mean}
            meanLabel={t('results.mean', { percent: percent(mean ?? 0) })}
          />
        ))}
      </div>
    </Panel>
  );
}

export function KitTable() {
  const t = useT('dev');
  const { number } = useFormat();
  const [chosen, setChosen] = useState<string[]>(['3e']);
  const columns: Column<Person>[] = [
    {
      key: 'rank',
      header: t('table.rank'),
      numeric: true,
      width: 80,
      cell: (row) => people.indexOf(row) + 1,
    },
    {
      key: 'name',
      header: t('table.name'),
      primary: true,
      cell: (row) => (
        <span className={classes.row}>
          <Avatar id={row.id} name={row.name} size={36} />
          {row.name}
        </span>
      ),
    },
    { key: 'unit', header: t('table.unit'), cell: (row) => row.unit },
    { key: 'points', header: t('table.points'), numeric: true, cell: (row) => number(row.points, 1) },
  ];
  return (
    <Panel title={t('table.title')} kind="flush">
      <DataTable
        caption={t('table.caption')}
        columns={columns}
        rows={people}
        keyOf={(row) => row.id}
        isOwn={(row) => row.id === '1f'}
        selection={{
          isSelected: (row) => chosen.includes(row.id),
          onToggle: (row) =>
            setChosen((now) => (now.includes(row.id) ? now.filter((id) => id !== row.id) : [...now, row.id])),
          onToggleAll: () =>
            setChosen((now) => (now.length === people.length ? [] : people.map((row) => row.id))),
          allSelected: chosen.length === people.length,
          labelOf: (row) => t('table.select', { name: row.name }),
          allLabel: t('table.selectAll'),
        }}
      />
      <Pagination
        label={t('table.pages')}
        from={1}
        to={4}
        total={1284}
        onPrevious={null}
        onNext={() => undefined}
      />
    </Panel>
  );
}
