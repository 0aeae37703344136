import { Menu } from '@mantine/core';
import {
  IconArrowBackUp,
  IconArrowsSplit2,
  IconBan,
  IconDots,
  IconLockOpen,
  IconMicrophone,
  IconNote,
  IconNotes,
  IconPencil,
  IconPlayerTrackNext,
  IconPresentation,
  IconSquareCheck,
  IconTag,
  IconUser,
  IconUserOff,
} from '@tabler/icons-react';
import { useEffect, useRef, useState, type ComponentProps, type ReactNode } from 'react';
import type { DeskInquiry } from '../../../../shared/qna/inquiry.schema.js';
import { useT } from '../../../platform/text/i18n.js';
import { IconButton } from '../../../ui/form/icon-button.js';
import classes from './card-menu.module.css';
import { useDesk, type Desk } from '../state/desk-context.js';
import { mayMove } from '../state/desk-may.rules.js';
import { keepKeys, menuLook } from './session-menu.js';
import { pickColumnOf } from '../hand/picks.rules.js';

type Entry = { name: string; icon: ReactNode; run: () => void; isDanger?: boolean } | false;

/** Everything one may do with a question that has no button of its own. What one may not do is not there. */
export function CardMenu({ inquiry, tabIndex }: { inquiry: DeskInquiry; tabIndex: number }) {
  const t = useT('qna/desk');
  const [isAsked, setAsked] = useState(false);
  const entries = entriesOf(inquiry, useDesk()).filter((entry) => entry !== false);
  if (entries.length === 0) return null;
  const button = {
    className: classes.button,
    label: t('act.more'),
    icon: <IconDots />,
    size: 'sm',
    tabIndex,
  } as const;
  if (isAsked) return <OpenMenu button={button} entries={entries} />;
  return <IconButton {...button} aria-haspopup="menu" onClick={() => setAsked(true)} />;
}

type OpenMenuProps = { button: ComponentProps<typeof IconButton>; entries: Exclude<Entry, false>[] };

/** Costs a hundred times what its button costs, so a card has it only once it was asked for. */
function OpenMenu({ button, entries }: OpenMenuProps) {
  const t = useT('qna/desk');
  const target = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // The button that was pressed made way for this one, which takes over the focus and the press.
    target.current?.focus({ preventScroll: true });
    const frame = requestAnimationFrame(() => target.current?.click());
    return () => cancelAnimationFrame(frame);
  }, []);
  return (
    <Menu position="bottom-end" withinPortal classNames={menuLook}>
      <Menu.Target>
        <IconButton {...button} ref={target} />
      </Menu.Target>
      <Menu.Dropdown onKeyDown={keepKeys}>
        {entries.map((entry) => (
          <Menu.Item
            key={entry.name}
            leftSection={entry.icon}
            color={entry.isDanger ? 'red' : undefined}
            onClick={entry.run}
          >
            {t(`act.${entry.name}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function entriesOf(inquiry: DeskInquiry, desk: Desk): Entry[] {
  return [
    ...floorEntries(inquiry, desk),
    ...wordEntries(inquiry, desk),
    ...familyEntries(inquiry, desk),
    ...outEntries(inquiry, desk),
  ];
}

/** What the room sees and hears. */
function floorEntries(inquiry: DeskInquiry, { role, session, actions }: Desk): Entry[] {
  const isNext = session.live.nextId === inquiry.id;
  const isShown = session.live.projection.inquiryId === inquiry.id;
  return [
    inquiry.state === 'pending' &&
      session.live.endedAt === null &&
      mayMove(role, 'answer_now', inquiry) && {
        name: 'answerNow',
        icon: <IconMicrophone />,
        run: () => actions.make('answer_now', inquiry),
      },
    session.live.endedAt === null &&
      mayMove(role, 'next', inquiry) && {
        name: isNext ? 'notNext' : 'next',
        icon: <IconPlayerTrackNext />,
        run: () => actions.setNext(inquiry),
      },
    mayMove(role, 'project', inquiry) && {
      name: isShown ? 'notProject' : 'project',
      icon: <IconPresentation />,
      run: () => actions.project(inquiry),
    },
  ];
}

/** What is written about it. The question on the floor has fields of its own for note and answerer. */
function wordEntries(inquiry: DeskInquiry, { role, actions }: Desk): Entry[] {
  const entry = (kind: 'labels' | 'note' | 'answerer', icon: ReactNode): Entry =>
    (kind === 'labels' || inquiry.state !== 'answering') &&
    mayMove(role, kind === 'labels' ? 'label' : kind, inquiry) && {
      name: kind,
      icon,
      run: () => actions.open({ kind, inquiry }),
    };
  return [
    inquiry.state === 'approved' &&
      mayMove(role, 'answer_in_writing', inquiry) && {
        name: 'write',
        icon: <IconNotes />,
        run: () => actions.open({ kind: 'write', inquiry }),
      },
    inquiry.state !== 'pending' &&
      mayMove(role, 'edit', inquiry) && {
        name: 'shorten',
        icon: <IconPencil />,
        run: () => actions.open({ kind: 'edit', inquiry }),
      },
    entry('labels', <IconTag />),
    entry('note', <IconNote />),
    entry('answerer', <IconUser />),
  ];
}

function familyEntries(inquiry: DeskInquiry, { actions, picks }: Desk): Entry[] {
  return [
    pickColumnOf(inquiry) !== null && {
      name: picks.ids.has(inquiry.id) ? 'notPick' : 'pick',
      icon: <IconSquareCheck />,
      run: () => picks.toggle(inquiry),
    },
    inquiry.mergedCount > 0 && {
      name: 'family',
      icon: <IconArrowsSplit2 />,
      run: () => actions.open({ kind: 'family', inquiry }),
    },
  ];
}

/** Out of its column, its author out of the session, or out of the sealed box: the last for key holders alone. */
function outEntries(inquiry: DeskInquiry, { role, session, actions }: Desk): Entry[] {
  return [
    inquiry.state === 'answered' &&
      mayMove(role, 'return', inquiry) && {
        name: 'return',
        icon: <IconArrowBackUp />,
        run: () => actions.make('return', inquiry),
      },
    inquiry.state === 'approved' &&
      mayMove(role, 'decline', inquiry) && {
        name: 'decline',
        icon: <IconBan />,
        run: () => actions.open({ kind: 'decline', inquiry }),
      },
    role === 'host' &&
      inquiry.authorId !== null && {
        name: 'remove',
        icon: <IconUserOff />,
        run: () => actions.open({ kind: 'remove', inquiry }),
        isDanger: true,
      },
    session.can.open &&
      inquiry.authorId === null && {
        name: 'opening',
        icon: <IconLockOpen />,
        run: () => actions.open({ kind: 'opening', inquiry }),
        isDanger: true,
      },
  ];
}
