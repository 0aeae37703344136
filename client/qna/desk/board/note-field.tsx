import { Textarea } from '@mantine/core';
import type { DeskInquiry } from '../../../../shared/qna/inquiry.schema.js';
import { useT } from '../../../platform/text/i18n.js';
import { SaveState } from '../../../ui/feedback/save-state.js';
import classes from './note-field.module.css';
import { useDesk } from '../state/desk-context.js';
import { useAutosave } from './use-autosave.js';
import { at } from '../state/use-desk-actions.js';

const MAX_LENGTH = 2000;

/** The note for the minutes. It saves itself a moment after the last letter and when the field is left. */
export function NoteField({ inquiry }: { inquiry: DeskInquiry }) {
  const t = useT('qna/desk');
  const { actions, find } = useDesk();
  const note = useAutosave(inquiry.note, async (text, base) => {
    const now = find(inquiry.id) ?? inquiry;
    // What the note was when typing began decides whether somebody else wrote meanwhile.
    await actions.save({ move: { kind: 'note', ...at(now), note: text }, seen: { ...now, note: base } });
  });
  return (
    <div>
      <Textarea
        autosize
        minRows={3}
        maxRows={10}
        label={t('note.label')}
        maxLength={MAX_LENGTH}
        value={note.text}
        onChange={(event) => note.type(event.currentTarget.value)}
        onBlur={note.flush}
      />
      {note.theirs !== null && (
        <p className={classes.theirs} role="status">
          {t('note.theirs', { text: note.theirs })}
        </p>
      )}
      <div className={classes.foot}>{note.saving && <SaveState saving={note.saving} />}</div>
    </div>
  );
}
