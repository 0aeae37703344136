import { useState } from 'react';
import type { QuestionView } from '../../../shared/question-bank/question.schema.js';
import { useFormat, useT } from '../../platform/text/i18n.js';
import { Banner } from '../../ui/feedback/banner.js';
import { Button } from '../../ui/form/button.js';
import { Chip } from '../../ui/data/chip.js';
import { ContentView } from './content-view.js';
import { LevelMark, StateChip } from './question-chips.js';
import classes from './question-detail.module.css';
import { questionWords } from './question-words.js';

/** One question with its history; an older version can be looked at in its place. */
export function QuestionDetail({ question }: { question: QuestionView }) {
  const t = useT('question-bank');
  const words = questionWords(t);
  // The version belongs to the question it was chosen in.
  const [chosen, setChosen] = useState<{ id: string; number: number } | null>(null);
  const number = chosen?.id === question.id ? chosen.number : question.version;
  const version = question.versions.find((candidate) => candidate.number === number);
  const content = version?.content ?? question.content;
  return (
    <div className={classes.root}>
      <div className={classes.facts}>
        <StateChip state={question.reviewState} />
        <LevelMark level={question.level} />
        <Chip size="sm" kind="line">
          {words.type(content.prompt.type)}
        </Chip>
        <Chip size="sm" kind="line">
          {question.topic.name}
        </Chip>
        {question.tags.map((tag) => (
          <Chip key={tag} size="sm">
            {`#${tag}`}
          </Chip>
        ))}
      </div>
      {number !== question.version && (
        <Banner
          action={
            <Button size="sm" onClick={() => setChosen(null)}>
              {t('detail.toCurrent')}
            </Button>
          }
        >
          {t('detail.oldVersion', { number })}
        </Banner>
      )}
      <ContentView content={content} />
      <Versions
        question={question}
        shown={number}
        onChoose={(next) => setChosen({ id: question.id, number: next })}
      />
    </div>
  );
}

type VersionsProps = { question: QuestionView; shown: number; onChoose: (number: number) => void };

function Versions({ question, shown, onChoose }: VersionsProps) {
  const t = useT('question-bank');
  const { dateTime } = useFormat();
  return (
    <section>
      <h3 className={classes.label}>{t('detail.versions')}</h3>
      <p className={classes.use}>{t('detail.use', { count: question.usedCount })}</p>
      <ol className={classes.versions}>
        {question.versions.map((version) => (
          <li key={version.id}>
            <button
              type="button"
              aria-pressed={version.number === shown}
              onClick={() => onChoose(version.number)}
            >
              <b>{t('detail.version', { number: version.number })}</b>
              <span>
                {dateTime(version.createdAt)}
                <br />
                {version.createdBy}
              </span>
              {version.used && (
                <Chip size="sm" kind="navy">
                  {t('detail.used')}
                </Chip>
              )}
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}
