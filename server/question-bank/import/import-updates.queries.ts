import type { EntityManager } from 'typeorm';
import { importedQuestion } from '../../../shared/question-bank/question-import.schema.js';

import type { ImportItem } from '../../platform/import/imports.queries.js';
import type { OwnFile } from '../../platform/import/imports.queries.js';
import { noteBefore, noteChanged } from '../bulk/change-note.queries.js';
import { fingerprint } from '../grading/question-text.rules.js';
import { lettered } from '../question/option-ids.rules.js';
import { addVersion, writeQuestion } from '../question/question-write.queries.js';
import { ensureTopics } from '../topic/topic.queries.js';
import { differencesOf, updatedQuestion } from './differences.rules.js';
import { lockKnown, readRepeats, writeDifferences } from './import-changes.queries.js';

/** Others get their turn between so many items. */
const ITEMS_AT_ONCE = 50;

/** Of the items that repeat a question of the bank, finds those that say something else of it. */
export async function markChanged(tx: EntityManager, fileId: string): Promise<void> {
  for (let after = 0; ;) {
    const repeats = await readRepeats(tx, fileId, { after, limit: ITEMS_AT_ONCE });
    const last = repeats.at(-1);
    if (!last) return;
    const changed = repeats.flatMap(({ place, known, wanted }) => {
      const differences = differencesOf({ ...known, content: lettered(known.content) }, wanted);
      return differences.length > 0 ? [{ place, differences }] : [];
    });
    if (changed.length > 0) await writeDifferences(tx, fileId, changed);
    after = last.place;
  }
}

/**
 * Has the questions of the bank say what the items say, in a new version where that is part of one. Who changed one after
 * the file was looked at has the last word.
 */
export async function updateQuestions(
  tx: EntityManager,
  items: readonly ImportItem[],
  { id: fileId, memberId }: OwnFile,
): Promise<number> {
  let updated = 0;
  for (const item of items) {
    const known = await lockKnown(tx, fileId, item.duplicateOf ?? '');
    if (known === null) continue;
    const before = { ...known, content: lettered(known.content) };
    const next = updatedQuestion(before, importedQuestion.parse(item.content));
    const isNewVersion = JSON.stringify(next.content) !== JSON.stringify(before.content);
    const topicId = (await ensureTopics(tx, [next.topic], fileId)).get(next.topic) ?? known.topicId;
    const version = known.version + (isNewVersion ? 1 : 0);
    const print = fingerprint(next.content);
    const change = { ...next, id: known.id, version, topicId, fingerprint: print };
    await noteBefore(tx, { changeId: fileId, by: memberId, questionId: known.id });
    if (isNewVersion) await addVersion(tx, change, memberId);
    await writeQuestion(tx, change);
    updated += 1;
  }
  await noteChanged(tx, fileId);
  return updated;
}
