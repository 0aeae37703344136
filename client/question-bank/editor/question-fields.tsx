import { Radio, Select, TagsInput, Textarea } from '@mantine/core';
import { LEVELS, QUESTION_TYPES, type QuestionType } from '../../../shared/question-bank/question.schema.js';
import { useT } from '../../platform/text/i18n.js';
import { Panel } from '../../ui/layout/panel.js';
import { LevelMark } from '../question/question-chips.js';
import { questionWords } from '../question/question-words.js';
import { TopicField } from '../question/topic-field.js';
import { NumberEditor, TextEditor, TruthEditor } from './accepted-editor.js';
import type { PartProps } from './answer-part.js';
import { OptionEditor } from './option-editor.js';
import classes from './question-fields.module.css';

const answers: Record<QuestionType, (props: PartProps) => React.ReactNode> = {
  single_choice: OptionEditor,
  multiple_choice: OptionEditor,
  true_false: TruthEditor,
  number: NumberEditor,
  short_text: TextEditor,
};

const typeOf = (value: string | null): QuestionType =>
  QUESTION_TYPES.find((type) => type === value) ?? 'single_choice';

export function QuestionFields(props: PartProps) {
  const t = useT('question-bank');
  const words = questionWords(t);
  const { form, onChange, errorOf } = props;
  const Answers = answers[form.type];
  return (
    <div className={classes.grid}>
      <Panel title={t('editor.question')}>
        <div className={classes.column}>
          <Select
            label={t('list.type')}
            allowDeselect={false}
            data={QUESTION_TYPES.map((value) => ({ value, label: words.type(value) }))}
            value={form.type}
            onChange={(value) => onChange({ type: typeOf(value) })}
          />
          <Textarea
            label={t('editor.text')}
            description={form.type === 'short_text' ? t('editor.gapHint') : undefined}
            autosize
            minRows={3}
            maxLength={4000}
            value={form.text}
            onChange={(event) => onChange({ text: event.currentTarget.value })}
            error={errorOf('text')}
          />
          <Answers {...props} />
          <Textarea
            label={t('detail.explanation')}
            description={t('editor.explanationHint')}
            autosize
            minRows={2}
            maxLength={4000}
            value={form.explanation}
            onChange={(event) => onChange({ explanation: event.currentTarget.value })}
          />
          <Textarea
            label={t('detail.source')}
            description={t('editor.sourceHint')}
            autosize
            minRows={1}
            maxLength={1000}
            value={form.source}
            onChange={(event) => onChange({ source: event.currentTarget.value })}
          />
        </div>
      </Panel>
      <Panel title={t('editor.place')}>
        <div className={classes.column}>
          <TopicField
            label={t('list.topic')}
            value={form.topic}
            onChange={(topic) => onChange({ topic })}
            error={errorOf('topic')}
            description={t('topic.description')}
          />
          <Radio.Group
            label={t('list.level')}
            value={form.level}
            onChange={(value) => onChange({ level: LEVELS.find((level) => level === value) ?? 'recall' })}
          >
            <div className={classes.levels}>
              {LEVELS.map((level) => (
                <Radio key={level} value={level} label={<LevelMark level={level} />} />
              ))}
            </div>
          </Radio.Group>
          <TagsInput
            label={t('editor.tags')}
            description={t('editor.tagsHint')}
            maxTags={20}
            value={form.tags}
            onChange={(tags) =>
              onChange({ tags: tags.map((tag) => tag.trim().slice(0, 60)).filter(Boolean) })
            }
          />
        </div>
      </Panel>
    </div>
  );
}
