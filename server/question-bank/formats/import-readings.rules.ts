import type {
  ImportedQuestion,
  ImportReadings,
  ParsedItem,
} from '../../../shared/question-bank/question-import.schema.js';
import type { ImportFinding } from '../../../shared/kernel/import.js';
import { sameText } from '../../../shared/kernel/text.js';

/** The item with what was decided for the whole file; what is decided needs no warning. */
export function withReadings(item: ParsedItem, readings: ImportReadings): ParsedItem {
  const { question, warnings } = item;
  if (question === null) return item;
  const decided: Decided = { question, warnings: [] };
  for (const warning of warnings)
    if (!decides(warning, decided, readings) && !isAccepted(warning, readings))
      decided.warnings.push(warning);
  return { ...item, ...decided };
}

type Decided = { question: ImportedQuestion; warnings: ImportFinding[] };

const isAccepted = ({ code }: ImportFinding, { accepted }: ImportReadings) =>
  accepted.some((known) => known === code);

function decides({ code, params }: ImportFinding, decided: Decided, readings: ImportReadings): boolean {
  const { question } = decided;
  const word = sameText(String(params['text'] ?? ''));
  const level =
    code === 'import.level_missing'
      ? readings.level
      : code === 'import.level_unknown'
        ? Object.entries(readings.levelWords).find(([written]) => sameText(written) === word)?.[1]
        : undefined;
  if (level !== undefined) decided.question = { ...question, level, stated: [...question.stated, 'level'] };
  else if (code === 'import.source_missing' && readings.source)
    decided.question = { ...question, content: { ...question.content, source: readings.source } };
  else return false;
  return true;
}
