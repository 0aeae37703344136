import { useCallback } from 'react';
import { ApiFailure } from '../../../platform/api/api-failure.js';
import { useFailureText } from '../../../platform/api/errors.js';
import { useT } from '../../../platform/text/i18n.js';

/** Why a move failed, in words: who was first and what they did, who is at the question, or which label is gone. */
export function useDeskFailure(): (error: unknown) => string {
  const t = useT('qna/desk');
  const explain = useFailureText('qna');
  return useCallback(
    (error) => {
      if (!(error instanceof ApiFailure)) return explain(error);
      if (error.code === 'input.invalid' && error.params.labels === 'not_of_session') return t('labels.gone');
      if (error.code !== 'qna.moved_already') return explain(error);
      const { by, state } = error.params;
      const what = t(`conflict.${String(state)}`, { defaultValue: t('conflict.other') });
      return by ? t('conflict.by', { by, what }) : t('conflict.unknown', { what });
    },
    [t, explain],
  );
}
