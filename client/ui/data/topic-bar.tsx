import classes from './topic-bar.module.css';

type TopicBarProps = {
  topic: string;
  /** Own share of points, 0 to 1. */
  share: number;
  /** What stands at the right: “4/5”. */
  result: string;
  /** Mean share of everybody, 0 to 1; null while it is not shown. */
  mean: number | null;
  /** Read out for the tick: “trung bình 62 %”. */
  meanLabel: string;
};

/** One's own result in a topic as a bar, with a tick where everybody's mean lies. */
export function TopicBar({ topic, share, result, mean, meanLabel }: TopicBarProps) {
  return (
    <div className={classes.row}>
      <span className={classes.topic}>{topic}</span>
      <span className={classes.result}>
        <b className="num" translate="no">
          {result}
        </b>
        {mean !== null && <span className="visually-hidden">{meanLabel}</span>}
      </span>
      <span className={classes.track} aria-hidden="true">
        <span className={classes.clip}>
          <i style={{ transform: `translateX(${(share - 1) * 100}%)` }} />
        </span>
        {mean !== null && <i className={classes.mean} style={{ left: `${mean * 100}%` }} title={meanLabel} />}
      </span>
    </div>
  );
}
