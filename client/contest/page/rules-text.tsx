import { IconFileText } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useT } from '../../platform/text/i18n.js';
import { EmptyState } from '../../ui/feedback/empty-state.js';
import { Panel } from '../../ui/layout/panel.js';
import classes from './rules.module.css';
import { blocksOf, type RulesBlock } from './rules-text.rules.js';

/** The organiser's rules. They are plain text, so nothing in them can become markup. */
export function RulesText({ text }: { text: string }) {
  const t = useT('contest');
  const blocks = useMemo(() => blocksOf(text), [text]);
  return (
    <Panel title={t('page.tabs.rules')} className={classes.sheet}>
      {blocks.length === 0 ? (
        <EmptyState icon={<IconFileText />} title={t('rulesText.empty.title')}>
          {t('rulesText.empty.text')}
        </EmptyState>
      ) : (
        <div className={classes.text}>
          {blocks.map((block, at) => (
            <Block key={at} block={block} />
          ))}
        </div>
      )}
    </Panel>
  );
}

function Block({ block }: { block: RulesBlock }) {
  if (block.kind === 'heading') return <h3>{block.text}</h3>;
  if (block.kind === 'paragraph') {
    return (
      <p>
        {block.lines.map((line, at) => (
          <span key={at} className={classes.textLine}>
            {line}
          </span>
        ))}
      </p>
    );
  }
  const List = block.ordered ? 'ol' : 'ul';
  return (
    <List>
      {block.items.map((item, at) => (
        <li key={at}>{item}</li>
      ))}
    </List>
  );
}
