import { useT } from '../../../platform/text/i18n.js';
import { useBuilder } from '../draft/builder-context.js';
import { ProblemLine } from '../draft/problem-line.js';
import classes from './step-problems.module.css';
import type { Step } from '../draft/steps.rules.js';

/** What publishing would find about this step, where it can be put right. */
export function StepProblems({ step }: { step: Step }) {
  const t = useT('contest/builder');
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
