import { Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { FILE_NOTES } from '../../../shared/question-bank/import-findings.js';
import type { ImportReadings, WarningKind } from '../../../shared/question-bank/question-import.schema.js';
import { LEVELS } from '../../../shared/question-bank/question.schema.js';
import { useFormat, useT } from '../../platform/text/i18n.js';
import { Button } from '../../ui/form/button.js';
import { questionWords } from '../question/question-words.js';
import { FindingLine } from './finding-line.js';
import { decidedReadings, isDecided, type Decision } from './readings.rules.js';
import classes from './warning-kinds.module.css';

type WarningKindsProps = {
  kinds: readonly WarningKind[];
  /** What was decided so far; null when the file is not at hand any more, so that it cannot be read anew. */
  readings: ImportReadings | null;
  busy: boolean;
  onReadings: (readings: ImportReadings) => void;
};

/** What the file leaves open, each kind once: one answer holds for all of its questions. */
export function WarningKinds({ kinds, readings, busy, onReadings }: WarningKindsProps) {
  const t = useT('question-bank/import');
  const hasDecisions = readings !== null && isDecided(readings);
  if (kinds.length === 0 && !hasDecisions) return null;
  return (
    <section className={classes.root} aria-label={t('kinds.title')} aria-busy={busy || undefined}>
      <header className={classes.head}>
        <h2>{t('kinds.title')}</h2>
        {hasDecisions && (
          <Button size="sm" kind="ghost" onClick={() => onReadings({ levelWords: {}, accepted: [] })}>
            {t('kinds.reset')}
          </Button>
        )}
      </header>
      {readings === null && kinds.length > 0 && <p className={classes.hint}>{t('kinds.again')}</p>}
      <ul className={classes.list}>
        {kinds.map((kind) => (
          <li key={`${kind.code} ${String(kind.params.text ?? '')}`} className={classes.kind}>
            <KindText kind={kind} />
            {readings !== null && !FILE_NOTES.has(kind.code) && (
              <KindAnswer
                kind={kind}
                onDecide={(decision) => !busy && onReadings(decidedReadings(readings, kind, decision))}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function KindText({ kind }: { kind: WarningKind }) {
  const t = useT('question-bank/import');
  const { number } = useFormat();
  return (
    <div className={classes.text}>
      {!FILE_NOTES.has(kind.code) && (
        <b className="num">{t('kinds.count', { count: kind.count, number: number(kind.count) })}</b>
      )}
      <FindingLine finding={kind} tone="warning" />
    </div>
  );
}

type KindAnswerProps = { kind: WarningKind; onDecide: (decision: Decision) => void };

function KindAnswer({ kind, onDecide }: KindAnswerProps) {
  const t = useT('question-bank/import');
  switch (kind.code) {
    case 'import.level_missing':
    case 'import.level_unknown':
      return <LevelAnswer kind={kind} onDecide={onDecide} />;
    case 'import.source_missing':
      return <SourceAnswer kind={kind} onDecide={onDecide} />;
    case 'import.number_ambiguous':
      return (
        <Choices
          options={[
            [t('kinds.decimal'), { numbers: 'decimal' }],
            [t('kinds.thousands'), { numbers: 'thousands' }],
          ]}
          onDecide={onDecide}
        />
      );
    case 'csv.answer_ambiguous':
      return (
        <Choices
          options={[
            [t('kinds.byText'), { answers: 'text' }],
            [t('kinds.byPlace'), { answers: 'place' }],
          ]}
          onDecide={onDecide}
        />
      );
    default:
      return <Choices options={[[t('kinds.accept'), { accept: true }]]} onDecide={onDecide} />;
  }
}

type ChoicesProps = { options: [string, Decision][]; onDecide: (decision: Decision) => void };

function Choices({ options, onDecide }: ChoicesProps) {
  return (
    <div className={classes.answers}>
      {options.map(([label, decision]) => (
        <Button key={label} size="sm" onClick={() => onDecide(decision)}>
          {label}
        </Button>
      ))}
    </div>
  );
}

function LevelAnswer({ kind, onDecide }: KindAnswerProps) {
  const t = useT('question-bank/import');
  const words = questionWords(useT('question-bank'));
  return (
    <div className={classes.answers}>
      <Select
        aria-label={t('kinds.levelFor', { count: kind.count })}
        placeholder={t('kinds.level')}
        data={LEVELS.map((value) => ({ value, label: words.level(value) }))}
        value={null}
        onChange={(value) => {
          const level = LEVELS.find((one) => one === value);
          if (level) onDecide({ level });
        }}
      />
    </div>
  );
}

function SourceAnswer({ kind, onDecide }: KindAnswerProps) {
  const t = useT('question-bank/import');
  const [source, setSource] = useState('');
  const fill = () => source.trim() !== '' && onDecide({ source: source.trim() });
  return (
    <form
      className={classes.answers}
      onSubmit={(event) => {
        event.preventDefault();
        fill();
      }}
    >
      <TextInput
        className={classes.grow}
        aria-label={t('kinds.sourceFor', { count: kind.count })}
        placeholder={t('kinds.source')}
        maxLength={1000}
        value={source}
        onChange={(event) => setSource(event.currentTarget.value)}
      />
      <Button size="sm" type="submit" aria-disabled={source.trim() === ''}>
        {t('kinds.fill', { count: kind.count })}
      </Button>
      <Button size="sm" kind="ghost" onClick={() => onDecide({ accept: true })}>
        {t('kinds.accept')}
      </Button>
    </form>
  );
}
