import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import type { QuestionView } from '../../../shared/question-bank/question.schema.js';
import { isFailure } from '../../platform/api/api-failure.js';
import { useFailureText } from '../../platform/api/errors.js';
import { useT } from '../../platform/text/i18n.js';
import { Banner } from '../../ui/feedback/banner.js';
import { Button } from '../../ui/form/button.js';
import { QueryStates } from '../../ui/feedback/query-states.js';
import { PageHeader } from '../../ui/layout/page-header.js';
import { PageBones } from '../../ui/feedback/skeletons.js';
import { showDone } from '../../ui/feedback/toast-queue.js';
import { bankKey, editQuestion, questionKey, readQuestion, useQuestion } from '../question/question.api.js';
import { EditorFrame } from './editor-frame.js';
import classes from './editor-frame.module.css';
import { formOf } from './question-form.rules.js';
import { requestOf } from './question-request.rules.js';
import { useQuestionForm } from './use-question-form.js';

export function Component() {
  const { id = '' } = useParams();
  const t = useT('question-bank');
  return (
    <QueryStates
      page
      query={useQuestion(id)}
      texts="question-bank"
      failed={t('detail.failed')}
      loading={<PageBones />}
    >
      {(question) => <Editor key={id} opened={question} />}
    </QueryStates>
  );
}

function Editor({ opened }: { opened: QuestionView }) {
  const t = useT('question-bank');
  const explain = useFailureText('question-bank');
  const navigate = useNavigate();
  const client = useQueryClient();
  // The version the writing began on; what is fetched meanwhile must not change it unnoticed.
  const [base, setBase] = useState(opened);
  const draft = useQuestionForm(formOf(base));
  const page = `/organise/questions/${base.id}`;
  const save = useMutation({
    mutationFn: (expectedVersion: number) =>
      editQuestion(base.id, { ...requestOf(draft.form), expectedVersion }),
    onSuccess: async (saved) => {
      draft.markSaved();
      client.setQueryData(questionKey(saved.id), saved);
      await client.invalidateQueries({ queryKey: bankKey, refetchType: 'none' });
      showDone(t('editor.saved', { code: saved.code, number: saved.version }));
      await navigate(page, { replace: true });
    },
  });
  const newest = useMutation({
    mutationFn: () => readQuestion(base.id),
    onSuccess: (current) => setBase(current),
  });
  const isStale = isFailure(save.error, 'stale_write');
  const takeTheirs = async () => {
    const current = await newest.mutateAsync();
    draft.reset(formOf(current));
    save.reset();
  };
  const keepMine = async () => {
    const current = await newest.mutateAsync();
    save.mutate(current.version);
  };
  const failed = isStale ? newest.error : save.error;
  return (
    <>
      <PageHeader
        title={t('editor.editTitle', { code: base.code })}
        crumbs={[
          { to: '/organise/questions', label: t('list.title') },
          { to: page, label: base.code },
        ]}
      />
      <EditorFrame
        draft={draft}
        notice={base.usedCount > 0 && <Banner>{t('editor.inUse', { count: base.usedCount })}</Banner>}
        failure={failed ? explain(failed) : null}
        busy={save.isPending || newest.isPending}
        backTo={page}
        onSave={() => save.mutate(base.version)}
        choice={
          isStale && (
            <Banner tone="warning" role="alert">
              <b>{t('stale.title')}</b> {t('stale.text')}
              <div className={classes.choices}>
                <Button size="sm" onClick={() => void takeTheirs()}>
                  {t('stale.takeTheirs')}
                </Button>
                <Button size="sm" kind="soft" onClick={() => void keepMine()}>
                  {t('stale.keepMine')}
                </Button>
              </div>
            </Banner>
          )
        }
      />
    </>
  );
}
