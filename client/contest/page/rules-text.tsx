import { IconFileText } from '@tabler/icons-react';
import type { ContestView } from '../../../shared/contest/contest.schema.js';
import { useT } from '../../platform/text/i18n.js';
import { EmptyState } from '../../ui/feedback/empty-state.js';
import { Panel } from '../../ui/layout/panel.js';
import { RulesMarkdown } from '../rules-markdown.js';
import { CorrectedLine } from './corrected-line.js';
import classes from './rules.module.css';

/** The organiser's rules, when they were last corrected, and whom to ask. */
export function RulesText({ contest }: { contest: ContestView }) {
  const t = useT('contest');
  const { rules, contact } = contest;
  return (
    <div className={classes.parts}>
      <Panel title={t('page.tabs.rules')} className={classes.sheet}>
        {rules.trim() === '' ? (
          <EmptyState icon={<IconFileText />} title={t('rulesText.empty.title')}>
            {t('rulesText.empty.text')}
          </EmptyState>
        ) : (
          <RulesMarkdown text={rules} />
        )}
        <CorrectedLine contest={contest} field="rules" />
      </Panel>
      {contact !== '' && (
        <Panel title={t('contact.title')} className={classes.sheet}>
          <p className={classes.contact}>{contact}</p>
          <CorrectedLine contest={contest} field="contact" />
        </Panel>
      )}
    </div>
  );
}
