import { rem } from '@mantine/core';
import type { CSSProperties } from 'react';
import classes from './avatar.module.css';
import { gradientOf, initialsOf } from './initials.js';

type AvatarProps = { id: string; name: string; size?: 24 | 28 | 32 | 36 | 40 | 48 | 56 | 72 | 96 };

/** A disc with the initials of a person or unit, in a colour that stays theirs. The name stands beside it. */
export function Avatar({ id, name, size = 40 }: AvatarProps) {
  const style: CSSProperties = {
    width: rem(size),
    height: rem(size),
    fontSize: rem(size * 0.345),
    background: gradientOf(id),
  };
  return (
    <span className={classes.disc} style={style} aria-hidden="true">
      {initialsOf(name)}
    </span>
  );
}

type AvatarStackProps = { people: { id: string; name: string }[]; total: number; size?: 24 | 28 | 32 | 36 };

/** The first few of many people, and how many more there are. */
export function AvatarStack({ people, total, size = 36 }: AvatarStackProps) {
  const more = total - people.length;
  return (
    <span className={classes.stack}>
      {people.map((person) => (
        <Avatar key={person.id} id={person.id} name={person.name} size={size} />
      ))}
      {more > 0 && (
        <span
          className={classes.more}
          style={{ width: rem(size), height: rem(size), fontSize: rem(size * 0.33) }}
          aria-hidden="true"
        >
          {`+${more}`}
        </span>
      )}
    </span>
  );
}
