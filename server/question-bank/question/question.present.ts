import type { QuestionRow, QuestionView } from '../../../shared/question-bank/question.schema.js';
import { lettered } from './option-ids.rules.js';
import type { QuestionRecord, VersionRecord } from './question.queries.js';

export function presentQuestionRow(record: QuestionRecord): QuestionRow {
  return {
    id: record.id,
    code: record.code,
    type: record.type,
    text: record.text,
    topic: { id: record.topic_id, name: record.topic_name },
    level: record.level,
    tags: record.tags,
    hasSource: record.source !== '',
    reviewState: record.review_state,
    version: record.version,
    usedCount: record.used_count,
    updatedAt: record.updated_at.toISOString(),
  };
}

export function presentQuestion(
  record: QuestionRecord,
  versions: readonly [VersionRecord, ...VersionRecord[]],
): QuestionView {
  return {
    ...presentQuestionRow(record),
    content: lettered(versions[0].content),
    versions: versions.map((version) => ({
      id: version.id,
      number: version.number,
      content: lettered(version.content),
      createdAt: version.created_at.toISOString(),
      createdBy: version.created_by,
      used: version.used,
    })),
    can: { edit: true, review: true },
  };
}
