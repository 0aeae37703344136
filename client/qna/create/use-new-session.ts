import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState, type FormEvent } from 'react';
import { useNavigate } from 'react-router';
import { createQnaSession, type PrivacyRule } from '../../../shared/qna/session.schema.js';
import { useFieldForm } from '../../platform/form/field-form.js';
import { useT } from '../../platform/text/i18n.js';
import { serverNow } from '../../platform/time/server-time.js';
import { useKeyHolders } from '../keys/keys.api.js';
import { createSession, managementKey } from '../organise/organise.api.js';
import { qnaKeys } from '../room/qna.api.js';
import { FRESH, isPast, requestOf, type NewSessionValues } from './new-session.rules.js';

const schema = createQnaSession;

/** The form of a new session. Made, its desk opens, also that of a draft. */
export function useNewSession() {
  const navigate = useNavigate();
  const client = useQueryClient();
  const done = useRef(false);
  // Which of the two buttons sends: the form has one way of sending.
  const asDraft = useRef(false);
  const [initial] = useState(FRESH);
  const form = useFieldForm<typeof schema, NewSessionValues>({
    texts: 'qna/create',
    failureTexts: 'qna',
    schema,
    initial,
    toInput: (values) => {
      const request = requestOf(values, asDraft.current);
      return isPast(values, serverNow()) ? { ...request, startsAt: 'past' } : request;
    },
    conflicts: { 'qna.key_missing': 'keyHolders' },
    send: async (input) => {
      const made = await createSession(input);
      client.setQueryData(managementKey(made.session.id), made);
      client.setQueryData(qnaKeys.session(made.session.id), made.session);
      void client.invalidateQueries({ queryKey: ['qna', 'sessions'] });
      done.current = true;
      await navigate(`/qna/${made.session.id}/desk`);
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    form.submit(event);
    asDraft.current = false;
  };
  const saveDraft = (event: { currentTarget: { form: HTMLFormElement | null } }) => {
    asDraft.current = true;
    event.currentTarget.form?.requestSubmit();
  };
  return {
    form: { ...form, submit },
    saveDraft,
    rule: useRule(form.values),
    isUnsaved: () => !done.current && form.values !== initial,
  };
}

/** What people will be told of names, as it follows from what is chosen so far. */
function useRule({ level, held, holders }: NewSessionValues): PrivacyRule {
  const t = useT('qna/create');
  const list = useKeyHolders();
  const nameOf = (id: string, otherwise: string) =>
    list.data?.items.find(({ memberId }) => memberId === id)?.name ?? otherwise;
  const names = [nameOf(holders[0], t('keys.someone')), nameOf(holders[1], t('keys.someoneElse'))];
  return { level, openable: held, keyHolders: held ? names.map((name) => ({ name })) : [] };
}
