import type { DeskMove } from '../../../../shared/qna/desk.schema.js';
import type { Translate } from '../../../platform/text/i18n.js';
import type { MoveEntry } from './desk.api.js';

/** What the toast says of a move that is made. */
export function doneText(t: Translate, move: DeskMove): string {
  switch (move.kind) {
    case 'accepting':
    case 'voting':
      return move.on ? t(`opened.${move.kind}`) : t(`closed.${move.kind}`);
    case 'project':
      return move.inquiryId === null ? t('closed.project') : t('opened.project');
    default:
      return t(`done.${move.kind}`);
  }
}

/** What the history calls a move. */
export function kindText(t: Translate, { kind, on }: MoveEntry): string {
  const other = t('kind.other');
  if (on === null) return t(`kind.${kind}`, { defaultValue: other });
  return on ? t(`open.${kind}`, { defaultValue: other }) : t(`close.${kind}`, { defaultValue: other });
}
