import { Loading, PageBones } from '../ui/feedback/skeletons.js';
import classes from './page-loading.module.css';

/** A page on its way, in the place where it will stand. */
export function PageLoading() {
  return (
    <div className={classes.place}>
      <Loading onRetry={() => location.reload()}>
        <PageBones />
      </Loading>
    </div>
  );
}
