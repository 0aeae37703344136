import { IconArrowRight } from '@tabler/icons-react';
import { isFailure } from '../../platform/api/api-failure.js';
import { useFailureText } from '../../platform/api/errors.js';
import { signInPath } from '../../platform/page/to-sign-in.js';
import { useT } from '../../platform/text/i18n.js';
import { useWait } from '../../platform/api/wait.js';
import { ButtonLink } from '../../ui/form/button.js';
import type { Refusal } from '../../ui/join/code-pad.js';

/** Why a code does not lead in, in the words of the page, and what helps; null as long as nothing failed. */
export function useRefusal(code: string, error: Error | null): Refusal | null {
  const t = useT('qna/join');
  const explain = useFailureText('qna');
  const waitSeconds = useWait(error);
  if (error === null) return null;
  if (isFailure(error, 'network')) return { title: t('code.offline'), isHeld: true };
  if (isFailure(error, 'qna.no_such_code')) return { title: t('code.wrong'), text: t('code.wrongAdvice') };
  if (isFailure(error, 'rate.limited')) return { title: t('code.tooMany'), waitSeconds };
  if (isFailure(error, 'qna.guests_not_allowed')) {
    const signIn = (
      <ButtonLink
        block
        kind="primary"
        size="lg"
        iconAfter={<IconArrowRight aria-hidden="true" />}
        to={signInPath(`/q/${code}`)}
      >
        {t('code.signIn')}
      </ButtonLink>
    );
    return { title: t('code.membersOnly'), instead: signIn };
  }
  return { title: explain(error) };
}
