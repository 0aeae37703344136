import { useRef, type ReactNode } from 'react';
import { focusFirstInvalid } from '../../platform/form/form-errors.js';
import { useT } from '../../platform/text/i18n.js';
import { Banner } from '../../ui/feedback/banner.js';
import { Button, ButtonLink } from '../../ui/form/button.js';
import classes from './editor-frame.module.css';
import { QuestionFields } from './question-fields.js';
import { UnsavedGuard } from '../../ui/feedback/unsaved-guard.js';
import type { useQuestionForm } from './use-question-form.js';

type EditorFrameProps = {
  draft: ReturnType<typeof useQuestionForm>;
  /** Above the fields: what to know before editing. */
  notice?: ReactNode;
  failure: string | null;
  /** Above the buttons: a choice to make before saving can go on. */
  choice?: ReactNode;
  busy: boolean;
  backTo: string;
  onSave: () => void;
  /** Saves and stays, for the next question. */
  onSaveAndNew?: () => void;
};

/** The editor around a form: notices above, saving at the foot, the guard against leaving. */
export function EditorFrame({
  draft,
  notice,
  failure,
  choice,
  busy,
  backTo,
  onSave,
  onSaveAndNew,
}: EditorFrameProps) {
  const t = useT('question-bank');
  const root = useRef<HTMLFormElement>(null);
  const press = (act: () => void) => {
    if (busy) return;
    if (draft.check()) act();
    // After the errors are on screen.
    else requestAnimationFrame(() => focusFirstInvalid(root.current));
  };
  return (
    <form
      ref={root}
      noValidate
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        press(onSave);
      }}
    >
      {notice}
      <QuestionFields form={draft.form} onChange={draft.change} errorOf={draft.errorOf} />
      {failure !== null && (
        <Banner tone="danger" role="alert">
          {failure}
        </Banner>
      )}
      {choice}
      <footer className={classes.foot}>
        <ButtonLink to={backTo} kind="ghost">
          {t('act.cancel')}
        </ButtonLink>
        {onSaveAndNew && <Button onClick={() => press(onSaveAndNew)}>{t('editor.saveAndNew')}</Button>}
        <Button type="submit" kind="primary" busy={busy} busyText={t('editor.saving')}>
          {t('editor.save')}
        </Button>
      </footer>
      <UnsavedGuard isUnsaved={draft.isUnsaved} />
    </form>
  );
}
