import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { ImportSelection } from '../../../shared/kernel/import.js';
import type { ImportPreview, PreviewImport } from '../../../shared/question-bank/question-import.schema.js';
import { useFailureText } from '../../platform/api/errors.js';
import { useT } from '../../platform/text/i18n.js';
import { QueryStates } from '../../ui/feedback/query-states.js';
import { PageHeader } from '../../ui/layout/page-header.js';
import { RowBones } from '../../ui/feedback/skeletons.js';
import { showFailed } from '../../ui/feedback/toast-queue.js';
import { bankKey } from '../question/question.api.js';
import { AppliedNotice } from './applied-notice.js';
import { ChooseFile } from './choose-file.js';
import { sniffFile } from './file-sniff.rules.js';
import classes from './import.page.module.css';
import { applyImport, importItemsKey, importKey, previewImport, useImport } from './import.api.js';
import { MissingTopic } from './missing-topic.js';
import { PreviewScreen } from './preview-screen.js';
import { WarningKinds } from './warning-kinds.js';

export function Component() {
  const t = useT('question-bank/import');
  const [search, setSearch] = useSearchParams();
  const id = search.get('id');
  const reading = useReading((preview) => setSearch({ id: preview.id }, { replace: true }));
  const otherFile = () => {
    reading.forget();
    setSearch({}, { replace: true });
  };
  return (
    <div className={classes.page}>
      <PageHeader
        title={t('title')}
        subtitle={t('subtitle')}
        crumbs={[{ to: '/organise/questions', label: t('bank') }]}
      />
      {id === null ? (
        <ChooseFile
          busy={reading.busy}
          failure={reading.failure}
          onFile={(file, fallbackTopic) => void reading.readFile(file, fallbackTopic)}
        />
      ) : (
        <Preview key={id} id={id} reading={reading} onOtherFile={otherFile} />
      )}
    </div>
  );
}

/** Reads a file on the device and asks the server what is in it. The text is kept to ask again with a topic. */
function useReading(onPreview: (preview: ImportPreview) => void) {
  const t = useT('question-bank/import');
  const explain = useFailureText('question-bank/import', 'question-bank');
  const client = useQueryClient();
  const [kept, setKept] = useState<PreviewImport | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const ask = useMutation({
    mutationFn: previewImport,
    onSuccess: (preview) => {
      client.setQueryData(importKey(preview.id), preview);
      onPreview(preview);
    },
  });
  const send = (request: PreviewImport) => {
    setKept(request);
    ask.mutate(request);
  };
  return {
    kept,
    busy: ask.isPending,
    failure: refusal ?? (ask.isError ? explain(ask.error) : null),
    forget: () => {
      setKept(null);
      setRefusal(null);
      ask.reset();
    },
    send,
    async readFile(file: File, fallbackTopic: string) {
      ask.reset();
      const bytes = new Uint8Array(await file.arrayBuffer().catch(() => new ArrayBuffer(0)));
      const found = sniffFile(file.name, bytes);
      if ('refusal' in found) return setRefusal(t(`refusal.${found.refusal}`, { file: file.name }));
      setRefusal(null);
      const about = { fileName: file.name.slice(-200), fallbackTopic, readings: NO_READINGS };
      if (found.format === 'xlsx') send({ ...about, format: 'xlsx', file: base64Of(bytes) });
      else send({ ...about, format: found.format, text: found.text });
    },
  };
}

const NO_READINGS = { levelWords: {}, accepted: [] };
/** A call takes only so many arguments. */
const BYTES_AT_ONCE = 32_768;

function base64Of(bytes: Uint8Array): string {
  let letters = '';
  for (let from = 0; from < bytes.length; from += BYTES_AT_ONCE)
    letters += String.fromCharCode(...bytes.subarray(from, from + BYTES_AT_ONCE));
  return btoa(letters);
}

type PreviewProps = { id: string; reading: ReturnType<typeof useReading>; onOtherFile: () => void };

function Preview({ id, reading, onOtherFile }: PreviewProps) {
  const t = useT('question-bank/import');
  const explain = useFailureText('question-bank/import', 'question-bank');
  const client = useQueryClient();
  const preview = useImport(id);
  const [repeated, setRepeated] = useState(0);
  const apply = useMutation({
    mutationFn: (selection: ImportSelection) => applyImport(id, selection),
    onSuccess: async ({ result, preview: next }) => {
      setRepeated(result.repeated);
      client.setQueryData(importKey(id), next);
      window.scrollTo({ top: 0 });
      if (result.repeated > 0) await client.invalidateQueries({ queryKey: importItemsKey(id) });
      await client.invalidateQueries({ queryKey: bankKey });
    },
    onError: (error) => showFailed(explain(error)),
  });
  const { kept } = reading;
  const noticeOf = (read: ImportPreview) => {
    if (read.appliedAt !== null)
      return <AppliedNotice preview={read} repeated={repeated} onOtherFile={onOtherFile} />;
    return (
      <>
        {read.lackingTopic > 0 && kept && (
          <MissingTopic
            count={read.lackingTopic}
            busy={reading.busy}
            onTopic={(fallbackTopic) => reading.send({ ...kept, fallbackTopic })}
          />
        )}
        <WarningKinds
          kinds={read.warnings}
          readings={kept?.readings ?? null}
          busy={reading.busy}
          onReadings={(readings) => kept && reading.send({ ...kept, readings })}
        />
      </>
    );
  };
  return (
    <QueryStates
      query={preview}
      texts={['question-bank/import', 'question-bank']}
      failed={t('preview.failed')}
      loading={<RowBones rows={6} />}
    >
      {(read) => (
        <PreviewScreen
          // Some of what was chosen cannot be chosen any more.
          key={repeated}
          preview={read}
          notice={noticeOf(read)}
          busy={apply.isPending}
          onApply={(selection) => apply.mutate(selection)}
          onOtherFile={onOtherFile}
        />
      )}
    </QueryStates>
  );
}
