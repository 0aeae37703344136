import { IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useT } from '../../platform/text/i18n.js';
import classes from './stepper.module.css';

export type Step = {
  key: string;
  label: string;
  note?: ReactNode;
  state: 'done' | 'current' | 'todo' | 'problem';
};

type StepperProps = { label: string; steps: Step[]; onChoose?: (key: string) => void };

/** Where one is in a few ordered steps. With `onChoose` every step can be gone to. */
export function Stepper({ label, steps, onChoose }: StepperProps) {
  const t = useT('ui');
  return (
    <nav aria-label={label}>
      <ol className={classes.steps}>
        {steps.map((step, index) => {
          const face = (
            <>
              <span className={`${classes.dot} num`} translate="no">
                {step.state === 'done' ? (
                  <IconCheck aria-hidden="true" />
                ) : step.state === 'problem' ? (
                  '!'
                ) : (
                  index + 1
                )}
              </span>
              <span className={classes.words}>
                <span className={classes.label}>{step.label}</span>
                {step.note && <span className={classes.note}>{step.note}</span>}
                {step.state !== 'todo' && (
                  <span className="visually-hidden">{t(`stepper.${step.state}`)}</span>
                )}
              </span>
            </>
          );
          const current = step.state === 'current' ? 'step' : undefined;
          return (
            <li key={step.key} className={classes.step} data-state={step.state}>
              {onChoose ? (
                <button
                  type="button"
                  className={classes.face}
                  aria-current={current}
                  onClick={() => onChoose(step.key)}
                >
                  {face}
                </button>
              ) : (
                <span className={classes.face} aria-current={current}>
                  {face}
                </span>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
