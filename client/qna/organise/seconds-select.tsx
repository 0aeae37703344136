import { Select } from '@mantine/core';
import { useFormat } from '../../platform/text/i18n.js';

type SecondsSelectProps = {
  label: string;
  description?: string;
  /** What is proposed; another value that is set already stays among them. */
  offered: readonly number[];
  value: number | null;
  /** How none is said, and what value it has. */
  none: { seconds: 0 | null; label: string };
  onChange: (seconds: number | null) => void;
  error?: string;
};

const NONE = 'none';

/** Seconds that are proposed for the pause between two questions of one person, and for an answer. */
export const PAUSES = [0, 15, 30, 60, 120, 300, 600];
export const ANSWER_TIMES = [60, 120, 180, 300, 600, 900];

/** A span of time from a few, in words: “30 giây”, “2 phút”. */
export function SecondsSelect({ offered, value, none, onChange, ...field }: SecondsSelectProps) {
  const { durationLeft } = useFormat();
  const spans = [...new Set([...offered, ...(value === null ? [] : [value])])]
    .filter((seconds) => seconds !== none.seconds)
    .sort((one, other) => one - other);
  return (
    <Select
      {...field}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      allowDeselect={false}
      data={[
        { value: NONE, label: none.label },
        ...spans.map((seconds) => ({ value: String(seconds), label: durationLeft(seconds * 1000) })),
      ]}
      value={value === none.seconds ? NONE : String(value)}
      onChange={(chosen) => onChange(chosen === NONE || chosen === null ? none.seconds : Number(chosen))}
    />
  );
}
