import type { ReactNode } from 'react';
import { Loading, PageBones } from '../ui/feedback/skeletons.js';
import classes from './page-loading.module.css';

/** A page on its way, in the place where it will stand. */
export function PageLoading() {
  return (
    <PagePlace>
      <Loading onRetry={() => location.reload()}>
        <PageBones />
      </Loading>
    </PagePlace>
  );
}

export function PagePlace({ children }: { children: ReactNode }) {
  return <div className={classes.place}>{children}</div>;
}
