import { IconArrowLeft, IconArrowRight } from '@tabler/icons-react';
import { useT } from '../../../platform/text/i18n.js';
import { ButtonLink } from '../../../ui/form/button.js';
import { useBuilder } from '../draft/builder-context.js';
import classes from './step-footer.module.css';
import { DRAFT_STEPS, type Step } from '../draft/steps.rules.js';

/** The steps before and after, at the foot of a draft. */
export function StepFooter({ step }: { step: Step }) {
  const t = useT('contest/builder');
  const { locked, addressOf } = useBuilder();
  if (locked) return null;
  const at = DRAFT_STEPS.findIndex((one) => one === step);
  const before = DRAFT_STEPS[at - 1];
  const after = DRAFT_STEPS[at + 1];
  return (
    <nav className={classes.foot} aria-label={t('step.around')}>
      {before && (
        <ButtonLink to={addressOf(before)} icon={<IconArrowLeft aria-hidden="true" />}>
          {t(`step.${before}`)}
        </ButtonLink>
      )}
      {after && (
        <ButtonLink
          kind="primary"
          className={classes.next}
          to={addressOf(after)}
          iconAfter={<IconArrowRight aria-hidden="true" />}
        >
          {t('step.next', { step: t(`step.${after}`) })}
        </ButtonLink>
      )}
    </nav>
  );
}
