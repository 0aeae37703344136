import { NativeSelect } from '@mantine/core';
import { IconDownload, IconFileUpload } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import {
  MAX_MEMBER_FILE_BYTES,
  MEMBER_COLUMNS,
  type MemberColumn,
} from '../../../shared/account/member-import.schema.js';
import { ApiFailure } from '../../platform/api/api-failure.js';
import { useFailureText } from '../../platform/api/errors.js';
import { useT } from '../../platform/text/i18n.js';
import { Banner } from '../../ui/feedback/banner.js';
import { useDownload } from '../../ui/feedback/use-download.js';
import { Button } from '../../ui/form/button.js';
import { Panel } from '../../ui/layout/panel.js';
import classes from './choose-file.module.css';
import { ImportHeader } from './import-header.js';
import { useImportFiles, usePreview } from './import.api.js';

/** Where a file is dropped or chosen, the template, and which column is which where that is not clear. */
export function ChooseFile() {
  const t = useT('account/import');
  const explain = useFailureText('account/import');
  const navigate = useNavigate();
  const preview = usePreview();
  const [tooLarge, setTooLarge] = useState(false);
  const read = async (file: File, columns: Partial<Record<MemberColumn, string>> = {}) => {
    setTooLarge(file.size > MAX_MEMBER_FILE_BYTES);
    if (file.size > MAX_MEMBER_FILE_BYTES || preview.isPending) return;
    const view = await preview.mutateAsync({ file, columns }).catch(() => null);
    if (view) await navigate(`/organise/members/import/${view.id}`);
  };
  const { error } = preview;
  const headings =
    error instanceof ApiFailure && error.code === 'member_import.columns'
      ? String(error.params.headings ?? '').split('\n')
      : null;
  const failure = tooLarge
    ? t('choose.tooLarge')
    : preview.isError && headings === null
      ? explain(error)
      : null;
  return (
    <>
      <ImportHeader title={t('choose.title')} />
      <div className={classes.grid}>
        <Panel>
          <Drop busy={preview.isPending} onFile={(file) => void read(file)} />
          {failure !== null && (
            <div className={classes.failure}>
              <Banner tone="danger" role="alert">
                {failure}
              </Banner>
            </div>
          )}
          {headings !== null && preview.variables && (
            <Columns
              headings={headings}
              known={preview.variables.columns}
              onChosen={(columns) => preview.variables && void read(preview.variables.file, columns)}
            />
          )}
        </Panel>
        <Guide />
      </div>
    </>
  );
}

function Drop({ busy, onFile }: { busy: boolean; onFile: (file: File) => void }) {
  const t = useT('account/import');
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const take = (file: File | undefined) => {
    if (file && !busy) onFile(file);
  };
  return (
    <div
      className={classes.drop}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files[0]);
      }}
    >
      <span className={classes.disc} aria-hidden="true">
        <IconFileUpload />
      </span>
      <h2>{t('choose.drop')}</h2>
      <p>{t('choose.limits')}</p>
      <input
        ref={input}
        type="file"
        className="visually-hidden"
        accept=".xlsx,.xlsm,.csv,.tsv,.txt,text/csv"
        tabIndex={-1}
        aria-label={t('choose.button')}
        onChange={(event) => {
          take(event.currentTarget.files?.[0]);
          // The same file may be chosen again after it was put right.
          event.currentTarget.value = '';
        }}
      />
      <Button
        kind="primary"
        busy={busy}
        busyText={t('choose.reading')}
        onClick={() => input.current?.click()}
      >
        {t('choose.button')}
      </Button>
    </div>
  );
}

type ColumnsProps = {
  headings: string[];
  known: Partial<Record<MemberColumn, string>>;
  onChosen: (columns: Partial<Record<MemberColumn, string>>) => void;
};

/** The headings of the file as they are, for each column we need. */
function Columns({ headings, known, onChosen }: ColumnsProps) {
  const t = useT('account/import');
  const [chosen, setChosen] = useState(known);
  const isReady = Boolean(chosen.fullName) && Boolean(chosen.code);
  return (
    <section className={classes.columns} aria-label={t('columns.title')}>
      <Banner tone="warning" role="alert">
        {t('columns.about')}
      </Banner>
      <div className={classes.fields}>
        {MEMBER_COLUMNS.map((column) => (
          <NativeSelect
            key={column}
            label={t(`columns.of.${column}`)}
            value={chosen[column] ?? ''}
            data={[
              { value: '', label: t('columns.none') },
              ...headings.map((value) => ({ value, label: value })),
            ]}
            onChange={({ currentTarget: { value } }) =>
              setChosen((before) => ({ ...before, [column]: value === '' ? undefined : value }))
            }
          />
        ))}
      </div>
      <Button kind="primary" disabled={!isReady} onClick={() => onChosen(chosen)}>
        {t('columns.go')}
      </Button>
    </section>
  );
}

function Guide() {
  const t = useT('account/import');
  const { template } = useImportFiles('');
  const onDownload = useDownload('account/import');
  return (
    <Panel title={t('guide.title')}>
      <ul className={classes.guide}>
        <li>{t('guide.columns')}</li>
        <li>{t('guide.units')}</li>
        <li>{t('guide.left')}</li>
        <li>{t('guide.again')}</li>
      </ul>
      <a className={classes.template} href={template} onClick={onDownload}>
        <IconDownload size={18} aria-hidden="true" />
        {t('guide.template')}
      </a>
    </Panel>
  );
}
