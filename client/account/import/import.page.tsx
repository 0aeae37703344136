import { useParams } from 'react-router';
import type { MemberImportView } from '../../../shared/account/member-import.schema.js';
import { useT } from '../../platform/text/i18n.js';
import { EmptyState } from '../../ui/feedback/empty-state.js';
import { QueryStates } from '../../ui/feedback/query-states.js';
import { RowBones } from '../../ui/feedback/skeletons.js';
import { ButtonLink } from '../../ui/form/button.js';
import { ChooseFile } from './choose-file.js';
import { Done } from './done.js';
import { ImportHeader } from './import-header.js';
import { useImport } from './import.api.js';
import { Preview } from './preview.js';
import { Progress } from './progress.js';
import { IconFileOff } from '@tabler/icons-react';

/** Without a file one is chosen; with one it is looked at, applied, and taken back for a while. */
export function Component() {
  const { id } = useParams();
  return id === undefined ? <ChooseFile /> : <Chosen key={id} id={id} />;
}

function Chosen({ id }: { id: string }) {
  const t = useT('account/import');
  const missing = () => <Missing />;
  return (
    <QueryStates
      query={useImport(id)}
      texts="account/import"
      failed={t('failed')}
      loading={<RowBones rows={8} />}
      answers={{ not_found: missing, 'input.invalid': missing }}
      frame={(state) => (
        <>
          <ImportHeader title={t('preview.title')} />
          {state}
        </>
      )}
    >
      {(view) => <Standing view={view} />}
    </QueryStates>
  );
}

function Standing({ view }: { view: MemberImportView }) {
  if (view.applied) return <Done view={view} applied={view.applied} />;
  if (view.run?.state === 'running') return <Progress view={view} run={view.run} />;
  return <Preview view={view} />;
}

function Missing() {
  const t = useT('account/import');
  return (
    <EmptyState
      icon={<IconFileOff />}
      title={t('missing.title')}
      action={<ButtonLink to="/organise/members/import">{t('choose.other')}</ButtonLink>}
    >
      {t('missing.text')}
    </EmptyState>
  );
}
