import classes from './spinner.module.css';

/** A turning arc, for inside a button or beside a word that says what is going on. */
export function Spinner({ size = 20 }: { size?: number }) {
  return (
    <svg className={classes.root} width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
      <path d="M12 3a9 9 0 1 0 9 9" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
    </svg>
  );
}
