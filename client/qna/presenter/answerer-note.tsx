import { useQuery, useQueryClient } from '@tanstack/react-query';
import { IconNotes } from '@tabler/icons-react';
import type { DeskInquiry } from '../../../shared/qna/inquiry.schema.js';
import type { InquiryId, QnaSessionId } from '../../../shared/qna/session.schema.js';
import { useT } from '../../platform/text/i18n.js';
import { loadBoard } from '../desk/state/desk.api.js';
import { useDeskLive } from '../desk/state/desk.live.js';
import { qnaKeys } from '../room/qna.api.js';
import classes from './answerer-note.module.css';

type AnswererNoteProps = { sessionId: QnaSessionId; inquiryId: InquiryId };

/** What the desk wrote down for whoever answers. Only people at the desk get it. */
export function AnswererNote({ sessionId, inquiryId }: AnswererNoteProps) {
  const t = useT('qna/presenter');
  const notes = useNotes(sessionId);
  const note = notes?.get(inquiryId) ?? '';
  if (note === '') return null;
  return (
    <section className={classes.note} aria-label={t('note')}>
      <h2 className={classes.heading}>
        <IconNotes aria-hidden="true" />
        {t('note')}
      </h2>
      <p className={classes.text}>{note}</p>
    </section>
  );
}

type Notes = ReadonlyMap<string, string>;
const noteOf = ({ id, note }: DeskInquiry) => [id, note] as const;

/** The notes of all questions, kept true by the desk's ticks. */
function useNotes(sessionId: QnaSessionId): Notes | undefined {
  const queryClient = useQueryClient();
  const queryKey = [...qnaKeys.all(sessionId), 'notes'];
  const { data } = useQuery({
    queryKey,
    queryFn: async ({ signal }): Promise<Notes> => new Map((await loadBoard(sessionId, signal)).map(noteOf)),
    staleTime: Infinity,
  });
  useDeskLive(sessionId, {
    onTick: ({ changed }) =>
      queryClient.setQueryData<Notes>(
        queryKey,
        (notes) => notes && new Map([...notes, ...changed.map(noteOf)]),
      ),
    onResync: () => void queryClient.invalidateQueries({ queryKey }),
  });
  return data;
}
