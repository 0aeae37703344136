import { Select, TextInput } from '@mantine/core';
import { IconTag } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { TopicView } from '../../../shared/question-bank/topic.schema.js';
import { useFailureText } from '../../platform/api/errors.js';
import { useFormat, useT } from '../../platform/text/i18n.js';
import { EmptyState } from '../../ui/feedback/empty-state.js';
import { QueryStates } from '../../ui/feedback/query-states.js';
import { RowBones } from '../../ui/feedback/skeletons.js';
import { showDone, showFailed } from '../../ui/feedback/toast-queue.js';
import { Button } from '../../ui/form/button.js';
import { Chip } from '../../ui/data/chip.js';
import { Sheet } from '../../ui/layout/sheet.js';
import {
  bankKey,
  mergeTopic,
  renameTopic,
  restoreTopic,
  retireTopic,
  useTopics,
} from '../question/question.api.js';
import classes from './topics-dialog.module.css';

/** All topics, to be renamed, merged and retired. */
export function TopicsDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useT('question-bank');
  const topics = useTopics();
  const [openId, setOpenId] = useState<string | null>(null);
  return (
    <Sheet open={open} onClose={onClose} title={t('topics.title')} size="lg">
      <QueryStates
        query={topics}
        texts="question-bank"
        failed={t('topics.failed')}
        loading={<RowBones rows={6} />}
        empty={({ items }) =>
          items.length === 0 && <EmptyState icon={<IconTag />} title={t('topics.empty')} />
        }
      >
        {({ items }) => (
          <ul className={classes.list}>
            {items.map((topic) => (
              <li key={topic.id} className={classes.topic}>
                <TopicRow
                  topic={topic}
                  open={openId === topic.id}
                  onToggle={() => setOpenId(openId === topic.id ? null : topic.id)}
                />
                {openId === topic.id && (
                  <TopicEditor topic={topic} topics={items} onDone={() => setOpenId(null)} />
                )}
              </li>
            ))}
          </ul>
        )}
      </QueryStates>
    </Sheet>
  );
}

type TopicRowProps = { topic: TopicView; open: boolean; onToggle: () => void };

function TopicRow({ topic, open, onToggle }: TopicRowProps) {
  const t = useT('question-bank');
  const { number } = useFormat();
  return (
    <div className={classes.row}>
      <span className={classes.name}>
        {topic.name}
        <small>
          {t('topics.count', { count: topic.questionCount, number: number(topic.questionCount) })}
        </small>
      </span>
      {topic.retired && (
        <Chip kind="plain" size="sm">
          {t('state.retired')}
        </Chip>
      )}
      <Button
        size="sm"
        kind="ghost"
        aria-expanded={open}
        aria-label={t('topics.edit', { topic: topic.name })}
        onClick={onToggle}
      >
        {t('act.edit')}
      </Button>
    </div>
  );
}

type TopicEditorProps = { topic: TopicView; topics: readonly TopicView[]; onDone: () => void };

function TopicEditor({ topic, topics, onDone }: TopicEditorProps) {
  const t = useT('question-bank');
  const [name, setName] = useState(topic.name);
  const [into, setInto] = useState<string | null>(null);
  const { busy, run } = useTopicChange(onDone);
  const others = topics.filter((one) => one.id !== topic.id && !one.retired);
  const successor = others.find(({ id }) => id === into);
  const canRename = name.trim() !== '' && name.trim() !== topic.name;
  return (
    <div className={classes.editor}>
      <form
        className={classes.line}
        onSubmit={(event) => {
          event.preventDefault();
          if (canRename) run(() => renameTopic(topic.id, name.trim()), t('topics.renamed'));
        }}
      >
        <TextInput
          className={classes.grow}
          label={t('topics.name')}
          maxLength={200}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button type="submit" aria-disabled={!canRename || busy}>
          {t('topics.rename')}
        </Button>
      </form>
      <div className={classes.line}>
        <Select
          className={classes.grow}
          label={t('topics.into')}
          description={t('topics.intoHint')}
          placeholder={t('topics.choose')}
          searchable
          data={others.map(({ id, name: label }) => ({ value: id, label }))}
          value={into}
          onChange={setInto}
          comboboxProps={{ withinPortal: false }}
        />
        <Button
          aria-disabled={!successor || busy}
          onClick={() =>
            successor &&
            run(() => mergeTopic(topic.id, successor.id), t('topics.merged', { topic: successor.name }))
          }
        >
          {t('topics.merge')}
        </Button>
      </div>
      <div className={classes.line}>
        <p className={classes.grow}>{topic.retired ? t('topics.restoreHint') : t('topics.retireHint')}</p>
        {topic.retired ? (
          <Button onClick={() => run(() => restoreTopic(topic.id), t('topics.restored'))}>
            {t('topics.restore')}
          </Button>
        ) : (
          <Button onClick={() => run(() => retireTopic(topic.id), t('topics.retired'))}>
            {t('act.retire')}
          </Button>
        )}
      </div>
    </div>
  );
}

function useTopicChange(onDone: () => void) {
  const explain = useFailureText('question-bank');
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const change = async (act: () => Promise<void>, done: string) => {
    setBusy(true);
    try {
      await act();
      showDone(done);
      onDone();
    } catch (error) {
      showFailed(explain(error));
    } finally {
      setBusy(false);
      await client.invalidateQueries({ queryKey: bankKey });
    }
  };
  return {
    busy,
    run: (act: () => Promise<void>, done: string) => {
      if (!busy) void change(act, done);
    },
  };
}
