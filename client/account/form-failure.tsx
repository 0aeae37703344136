import { IconAlertCircle } from '@tabler/icons-react';
import classes from './forms.module.css';

/** Why a form was refused where no single field is the reason. */
export function FormFailure({ text }: { text: string | null }) {
  return (
    <div role="alert" className={classes.outcome}>
      {text !== null && (
        <p className={classes.failure}>
          <IconAlertCircle size={18} aria-hidden="true" />
          {text}
        </p>
      )}
    </div>
  );
}
