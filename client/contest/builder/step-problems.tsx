import { useT } from '../../platform/i18n.js';
import { useBuilder } from './builder-context.js';
import { ProblemLine } from './problem-line.js';
import classes from './step-problems.module.css';
import type { Step } from './steps.rules.js';

/** What publishing would find about this step, where it can be put right. */
export function StepProblems({ step }: { step: Step }) {
  const t = useT('builder');
  const { locked, problemsOf } = useBuilder();
  const problems = problemsOf(step);
  if (locked || problems.length === 0) return null;
  return (
    <ul className={classes.list} aria-label={t('check.title')}>
      {problems.map((problem, index) => (
        <li key={`${problem.code}${index}`}>
          <ProblemLine problem={problem} />
        </li>
      ))}
    </ul>
  );
}
