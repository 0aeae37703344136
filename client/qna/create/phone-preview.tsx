import { IconInfoCircle, IconLock, IconMessageQuestion, IconSend } from '@tabler/icons-react';
import type { PrivacyRule } from '../../../shared/qna/session.schema.js';
import { useFormat, useT } from '../../platform/text/i18n.js';
import { Chip, LiveBadge } from '../../ui/data/chip.js';
import { usePrivacyText } from '../question/privacy-sentences.js';
import classes from './create.module.css';
import type { NewSessionValues } from './new-session.rules.js';

type PhonePreviewProps = { values: NewSessionValues; rule: PrivacyRule };

/** The first thing people will see on their phones; a picture, so nothing in it can be pressed. */
export function PhonePreview({ values, rule }: PhonePreviewProps) {
  const t = useT('qna/create');
  const audience = useT('qna/audience');
  const words = useT('qna');
  const { time, dayMonth } = useFormat();
  const { startsNow, startsAt, moderation, title } = values;
  const isHidden = rule.level === 'hidden';
  return (
    <figure className={classes.preview}>
      <figcaption>{t('preview.caption')}</figcaption>
      <div className={classes.phone} aria-hidden="true">
        <header>
          <span className={classes.words}>
            <b>{audience('title')}</b>
            <small>{title || t('preview.untitled')}</small>
          </span>
          {startsNow || startsAt === null ? (
            <LiveBadge>{words('phase.live')}</LiveBadge>
          ) : (
            <Chip size="sm" kind="amber">
              {t('preview.at', { time: time(startsAt), day: dayMonth(startsAt) })}
            </Chip>
          )}
        </header>
        <div className={classes.screen}>
          <span className={classes.sign}>
            <IconMessageQuestion />
          </span>
          <b>{t('preview.first')}</b>
          <small>{t(`preview.${moderation}`)}</small>
        </div>
        <footer>
          <span className={classes.field}>{audience('composer.placeholder')}</span>
          <span className={classes.line}>
            <span className={classes.knob} data-on={isHidden || undefined} />
            <b>{audience('composer.anonymous')}</b>
            <span className={classes.go}>
              <IconSend />
              {audience('composer.send')}
            </span>
          </span>
          <span className={classes.promise}>
            {isHidden ? <IconLock /> : <IconInfoCircle />}
            {usePrivacyText(rule)[0]}
          </span>
        </footer>
      </div>
    </figure>
  );
}
