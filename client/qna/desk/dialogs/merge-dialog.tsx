import { Radio } from '@mantine/core';
import { useState } from 'react';
import type { DeskInquiry } from '../../../../shared/qna/inquiry.schema.js';
import type { InquiryId } from '../../../../shared/qna/session.schema.js';
import { useFormat, useT } from '../../../platform/text/i18n.js';
import { oldestFirst } from '../hand/columns.rules.js';
import { useMergePreview } from '../state/desk.api.js';
import { useDesk } from '../state/desk-context.js';
import { useDeskFailure } from '../state/desk-failure.js';
import { DialogFrame } from './dialog-frame.js';
import classes from './merge-dialog.module.css';
import { isQuestionText } from './question-text.rules.js';
import { TextField } from './text-field.js';
import { useDeskLock } from './use-desk-lock.js';

/** Shows what merging comes to before it is done: all texts, and how many are left once nobody is counted twice. */
export function MergeDialog({ inquiryIds }: { inquiryIds: InquiryId[] }) {
  const t = useT('qna/desk');
  const { session, find, actions } = useDesk();
  const merge = useMerge(inquiryIds);
  const inquiries = inquiryIds.flatMap((id) => find(id) ?? []).sort(oldestFirst);
  const [targetId, setTargetId] = useState(inquiries[0]?.id);
  const target = inquiries.find((inquiry) => inquiry.id === targetId) ?? inquiries[0];
  const [text, setText] = useState<string | null>(null);
  if (!target) return null;
  const others = inquiries.filter((inquiry) => inquiry !== target).map((inquiry) => inquiry.id);
  const shown = text ?? target.text;
  return (
    <DialogFrame
      title={t('merge.title', { count: inquiries.length })}
      size="lg"
      state={{ ...merge, close: actions.close }}
      submitText={t('act.merge')}
      disabled={others.length === 0 || !isQuestionText(shown)}
      onSubmit={() => void merge.submit(target, others, text?.trim())}
    >
      <Radio.Group
        label={t('merge.keep')}
        description={t('merge.keepHint')}
        value={target.id}
        onChange={(id) => {
          setTargetId(inquiries.find((inquiry) => inquiry.id === id)?.id);
          setText(null);
        }}
      >
        <div className={classes.texts}>
          {inquiries.map((inquiry) => (
            <Choice key={inquiry.id} inquiry={inquiry} />
          ))}
        </div>
      </Radio.Group>
      <Sum sessionId={session.id} targetId={target.id} inquiryIds={others} />
      <TextField label={t('merge.text')} value={shown} onChange={setText} />
      <p>{t('merge.told')}</p>
    </DialogFrame>
  );
}

function Choice({ inquiry }: { inquiry: DeskInquiry }) {
  const t = useT('qna/desk');
  const { time } = useFormat();
  const when = inquiry.author
    ? t('merge.by', { name: inquiry.author.name, time: time(inquiry.askedAt) })
    : t('merge.anonymous', { time: time(inquiry.askedAt) });
  return (
    <Radio
      className={classes.choice}
      value={inquiry.id}
      label={inquiry.text}
      description={t('merge.line', { who: when, count: inquiry.votes })}
    />
  );
}

type SumProps = { sessionId: string; targetId: InquiryId; inquiryIds: InquiryId[] };

function Sum({ sessionId, targetId, inquiryIds }: SumProps) {
  const t = useT('qna/desk');
  const explain = useDeskFailure();
  const preview = useMergePreview(sessionId, targetId, inquiryIds);
  if (preview.isError) return <p className={classes.sum}>{explain(preview.error)}</p>;
  const { votes, voters } = preview.data ?? {};
  return (
    <p className={classes.sum} role="status">
      {votes === undefined || voters === undefined
        ? t('merge.counting')
        : votes === 0
          ? t('merge.noVotes')
          : t('pair.sum', { votes, voters, count: voters })}
    </p>
  );
}

function useMerge(inquiryIds: InquiryId[]) {
  const { actions, picks } = useDesk();
  const explain = useDeskFailure();
  const lockedBy = useDeskLock(inquiryIds);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const submit = async (target: DeskInquiry, others: InquiryId[], text: string | undefined) => {
    setBusy(true);
    setError(null);
    const next = actions.placeAfter(target, others);
    try {
      const move = { kind: 'merge', targetId: target.id, inquiryIds: others } as const;
      await actions.send({ move: text === undefined ? move : { ...move, text }, seen: null });
      picks.clear();
      // What was merged is still there to go on with: the question they went into.
      actions.leaveTo({ ...next, id: target.id });
    } catch (failure) {
      setError(explain(failure));
      setBusy(false);
    }
  };
  return { busy, error, lockedBy, submit };
}
