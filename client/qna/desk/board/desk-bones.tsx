import { Bone } from '../../../ui/feedback/skeletons.js';
import classes from './desk-bones.module.css';

/** The board before it is there: a header and four columns of cards. */
export function DeskBones() {
  return (
    <div className={classes.screen}>
      <Bone width="46%" height={28} />
      <div className={classes.columns}>
        {[3, 4, 1, 4].map((cards, column) => (
          <div key={column} className={classes.column}>
            {Array.from({ length: cards }, (_card, index) => (
              <Bone key={index} height={112} />
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}
