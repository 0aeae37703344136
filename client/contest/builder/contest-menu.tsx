import { IconArchive, IconArchiveOff, IconCopy, IconDots, IconTrash } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ContestRow } from '../../../shared/contest/contest.schema.js';
import { useFailureText } from '../../platform/api/errors.js';
import { useT } from '../../platform/text/i18n.js';
import { showFailed, showUndo } from '../../ui/feedback/toast-queue.js';
import { Button } from '../../ui/form/button.js';
import { IconButton } from '../../ui/form/icon-button.js';
import { Popover, usePopoverClose } from '../../ui/layout/popover.js';
import { ownContestsKey, type Shelf } from './draft/builder.api.js';
import {
  archiveContest,
  copyContest,
  removeDraft,
  restoreDraft,
  unarchiveContest,
} from './draft/life.api.js';
import { NewContestSheet } from './new-contest-sheet.js';
import classes from './own-contests.page.module.css';

type ContestMenuProps = { contest: ContestRow; shelf: Shelf };

/** What can be done with a contest from the list. */
export function ContestMenu({ contest, shelf }: ContestMenuProps) {
  const t = useT('contest/builder');
  const [copying, setCopying] = useState(false);
  const { title } = contest;
  return (
    <div className={classes.menu}>
      <Popover
        align="end"
        label={t('menu.open', { title })}
        trigger={(attributes) => (
          <IconButton {...attributes} icon={<IconDots />} label={t('menu.open', { title })} />
        )}
      >
        <Choices contest={contest} shelf={shelf} onCopy={() => setCopying(true)} />
      </Popover>
      {copying && (
        <NewContestSheet
          open
          onClose={() => setCopying(false)}
          heading={t('copy.title', { title })}
          hint={t('copy.hint')}
          button={t('copy.button')}
          initial={t('copy.name', { title }).slice(0, 200)}
          make={(name) => copyContest(contest.id, name)}
        />
      )}
    </div>
  );
}

function Choices({ contest, shelf, onCopy }: ContestMenuProps & { onCopy: () => void }) {
  const t = useT('contest/builder');
  const close = usePopoverClose();
  const move = useMoves();
  const { id, phase, title } = contest;
  const isOver = phase === 'closed' || phase === 'cancelled';
  const act = (run: () => void) => () => {
    close();
    run();
  };
  const away = { run: () => archiveContest(id), back: () => unarchiveContest(id) };
  return (
    <ul className={classes.choices}>
      <li>
        <Button block kind="ghost" icon={<IconCopy />} onClick={act(onCopy)}>
          {t('menu.copy')}
        </Button>
      </li>
      {shelf === 'current' && isOver && (
        <li>
          <Button
            block
            kind="ghost"
            icon={<IconArchive />}
            onClick={act(() => void move(t('menu.archived', { title }), away))}
          >
            {t('menu.archive')}
          </Button>
        </li>
      )}
      {shelf === 'archived' && (
        <li>
          <Button
            block
            kind="ghost"
            icon={<IconArchiveOff />}
            onClick={act(
              () => void move(t('menu.unarchived', { title }), { run: away.back, back: away.run }),
            )}
          >
            {t('menu.unarchive')}
          </Button>
        </li>
      )}
      {phase === 'draft' && (
        <li>
          <Button
            block
            kind="ghost"
            icon={<IconTrash />}
            onClick={act(
              () =>
                void move(t('menu.removed', { title }), {
                  run: () => removeDraft(id),
                  back: () => restoreDraft(id),
                }),
            )}
          >
            {t('menu.remove')}
          </Button>
        </li>
      )}
    </ul>
  );
}

/** Something that is done at once and can be taken back from the word that says so. */
function useMoves() {
  const t = useT('contest/builder');
  const explain = useFailureText('contest/builder');
  const client = useQueryClient();
  const again = () => client.invalidateQueries({ queryKey: ownContestsKey });
  const attempt = async (run: () => Promise<unknown>) => {
    try {
      await run();
      return true;
    } catch (error) {
      showFailed(`${t('menu.failed')} ${explain(error)}`);
      return false;
    } finally {
      await again();
    }
  };
  return async (
    said: string,
    { run, back }: { run: () => Promise<unknown>; back: () => Promise<unknown> },
  ) => {
    if (await attempt(run)) showUndo(said, () => void attempt(back));
  };
}
