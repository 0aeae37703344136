import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { CreateQuestion } from '../../../shared/question-bank/question.schema.js';
import { useFailureText } from '../../platform/api/errors.js';
import { useT } from '../../platform/text/i18n.js';
import { PageHeader } from '../../ui/layout/page-header.js';
import { showDone } from '../../ui/feedback/toast-queue.js';
import { bankKey, createQuestion } from '../question/question.api.js';
import { EditorFrame } from './editor-frame.js';
import { emptyForm } from './question-form.rules.js';
import { requestOf } from './question-request.rules.js';
import { useQuestionForm } from './use-question-form.js';

export function Component() {
  const t = useT('question-bank');
  const explain = useFailureText('question-bank');
  const navigate = useNavigate();
  const client = useQueryClient();
  const [first] = useState(emptyForm);
  const draft = useQuestionForm(first);
  const save = useMutation({
    mutationFn: ({ request }: { request: CreateQuestion; another: boolean }) => createQuestion(request),
    onSuccess: async (question, { another }) => {
      showDone(t('editor.created', { code: question.code }));
      await client.invalidateQueries({ queryKey: bankKey });
      if (!another) {
        draft.markSaved();
        return navigate(`/organise/questions/${question.id}`, { replace: true });
      }
      // The next question is often of the same kind and place.
      const { type, topic, level, source } = draft.form;
      draft.reset({ ...emptyForm(), type, topic, level, source });
      window.scrollTo({ top: 0 });
    },
  });
  const send = (another: boolean) => save.mutate({ request: requestOf(draft.form), another });
  return (
    <>
      <PageHeader
        title={t('editor.newTitle')}
        crumbs={[{ to: '/organise/questions', label: t('list.title') }]}
      />
      <EditorFrame
        draft={draft}
        failure={save.isError ? explain(save.error) : null}
        busy={save.isPending}
        backTo="/organise/questions"
        onSave={() => send(false)}
        onSaveAndNew={() => send(true)}
      />
    </>
  );
}
