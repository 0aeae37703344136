import { Autocomplete } from '@mantine/core';
import { sameText } from '../../../shared/kernel/text.js';
import { useT } from '../../platform/text/i18n.js';
import { useTopics } from './question.api.js';

type TopicFieldProps = {
  label: string;
  value: string;
  onChange: (topic: string) => void;
  error?: string;
  description?: string;
  placeholder?: string;
};

/** A topic by name: one of those there are, or a new one that comes into being with the question. */
export function TopicField({ label, value, onChange, error, description, placeholder }: TopicFieldProps) {
  const t = useT('question-bank');
  const topics = useTopics();
  const known = topics.data?.items ?? [];
  const names = known.filter((topic) => !topic.retired).map((topic) => topic.name);
  const typed = value.trim();
  const isNew =
    topics.data !== undefined &&
    typed !== '' &&
    !known.some(({ name }) => sameText(name) === sameText(typed));
  return (
    <Autocomplete
      label={label}
      placeholder={placeholder}
      description={isNew ? t('topic.isNew', { topic: typed }) : description}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      data={names}
      value={value}
      onChange={onChange}
      maxLength={200}
      limit={50}
      error={error}
      autoComplete="off"
    />
  );
}
