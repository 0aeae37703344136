import { Radio } from '@mantine/core';
import { useState } from 'react';
import type { DeskInquiry } from '../../../../shared/qna/inquiry.schema.js';
import type { InquiryId } from '../../../../shared/qna/session.schema.js';
import { useFormat, useT } from '../../../platform/text/i18n.js';
import { Button } from '../../../ui/form/button.js';
import { Sheet } from '../../../ui/layout/sheet.js';
import { useQuestionFacts } from '../../question/question-words.js';
import { isQuestionText } from '../../question/question-limits.rules.js';
import { oldestFirst } from '../hand/columns.rules.js';
import { useMergePreview } from '../state/desk.api.js';
import { useDesk } from '../state/desk-context.js';
import { useDeskFailure } from '../state/desk-failure.js';
import { mayMove } from '../state/desk-may.rules.js';
import { DialogFrame, Quote, TextField } from './dialog-frame.js';
import classes from './dialogs.module.css';
import { useDialogMove } from './use-dialog-move.js';

/** Shows what merging comes to before it is done: all texts, and how many are left once nobody is counted twice. */
export function MergeDialog({ inquiryIds }: { inquiryIds: InquiryId[] }) {
  const t = useT('qna/desk');
  const { session, find, actions, picks } = useDesk();
  const { run, ...state } = useDialogMove(inquiryIds);
  const inquiries = inquiryIds.flatMap((id) => find(id) ?? []).sort(oldestFirst);
  const [targetId, setTargetId] = useState(inquiries[0]?.id);
  const target = inquiries.find((inquiry) => inquiry.id === targetId) ?? inquiries[0];
  const [text, setText] = useState<string | null>(null);
  if (!target) return null;
  const others = inquiries.filter((inquiry) => inquiry !== target).map((inquiry) => inquiry.id);
  const shown = text ?? target.text;
  const merge = () => {
    const next = actions.placeAfter(target, others);
    return run(async () => {
      const move = { kind: 'merge', targetId: target.id, inquiryIds: others } as const;
      await actions.send({ move: text === null ? move : { ...move, text: text.trim() }, seen: null });
      picks.clear();
      // What was merged is still there to go on with: the question they went into.
      actions.leaveTo({ ...next, id: target.id });
    });
  };
  return (
    <DialogFrame
      title={t('merge.title', { count: inquiries.length })}
      size="lg"
      state={state}
      submitText={t('act.merge')}
      disabled={others.length === 0 || !isQuestionText(shown)}
      onSubmit={() => void merge()}
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
        <div className={classes.choices}>
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

/** What was merged into a question, each of which can be split off again. */
export function FamilyDialog({ inquiry }: { inquiry: DeskInquiry }) {
  const t = useT('qna/desk');
  const { name } = useQuestionFacts();
  const { all, role, actions } = useDesk();
  const family = all.aside.filter((one) => one.state === 'merged' && one.mergedInto === inquiry.id);
  return (
    <Sheet open title={t('family.title', { count: family.length })} onClose={actions.close}>
      <Quote>{inquiry.text}</Quote>
      {family.length === 0 && <p className={classes.none}>{t('family.none')}</p>}
      <ul className={classes.list}>
        {family.map((one) => (
          <li key={one.id} className={classes.row}>
            <div>
              <p className={classes.text}>{one.text}</p>
              <p className={classes.who}>{t('merge.line', { who: name(one.author), count: one.votes })}</p>
            </div>
            {mayMove(role, 'split', one) && (
              <Button size="sm" onClick={() => actions.make('split', one)}>
                {t('act.split')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
