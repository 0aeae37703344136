import { rem } from '@mantine/core';
import { IconArrowRight, IconCheck, IconPlus, IconTrash } from '@tabler/icons-react';
import { useT } from '../platform/text/i18n.js';
import { Button, ButtonLink } from '../ui/form/button.js';
import { Chip, Count, LiveBadge } from '../ui/data/chip.js';
import { Panel } from '../ui/layout/panel.js';
import classes from './kit.module.css';

const scales = ['navy', 'amber', 'red', 'teal', 'plum', 'gray', 'dark'];

export function KitColours() {
  const t = useT('dev');
  return (
    <Panel title={t('colours.title')}>
      <div className={classes.column}>
        {scales.map((scale) => (
          <div key={scale} className={classes.scale}>
            <span translate="no">{scale}</span>
            {Array.from({ length: 10 }, (_shade, shade) => (
              <i
                key={shade}
                style={{
                  background: `var(--hd-${scale}-${shade})`,
                  color: shade < (scale === 'dark' ? 4 : 6) ? '#071426' : '#fff',
                }}
              >
                {shade}
              </i>
            ))}
          </div>
        ))}
      </div>
    </Panel>
  );
}

const sizes = [
  { size: 38, weight: 700 },
  { size: 30, weight: 700 },
  { size: 24, weight: 600 },
  { size: 20, weight: 700 },
  { size: 16, weight: 400 },
  { size: 14, weight: 400 },
  { size: 12, weight: 500 },
] as const;

export function KitType() {
  const t = useT('dev');
  return (
    <Panel title={t('type.title')}>
      <div className={classes.type}>
        {sizes.map(({ size, weight }) => (
          <div key={size} style={{ fontSize: rem(size), fontWeight: weight }}>
            {t(`type.s${size}`)}
          </div>
        ))}
        <div className="num" style={{ fontSize: rem(30), fontWeight: 700 }}>
          {['24:18', '11:11', '10.480'].join('\u2003')}
        </div>
        <span className={classes.caption}>{t('type.digits')}</span>
      </div>
    </Panel>
  );
}

export function KitButtons() {
  const t = useT('dev');
  return (
    <Panel title={t('buttons.title')}>
      <div className={classes.row}>
        <Button kind="primary">{t('buttons.primary')}</Button>
        <Button kind="accent">{t('buttons.accent')}</Button>
        <Button>{t('buttons.outline')}</Button>
        <Button kind="soft">{t('buttons.soft')}</Button>
        <Button kind="ghost">{t('buttons.ghost')}</Button>
        <Button kind="danger">{t('buttons.danger')}</Button>
        <Button kind="danger-soft" icon={<IconTrash />}>
          {t('buttons.dangerSoft')}
        </Button>
      </div>
      <div className={classes.row}>
        <Button kind="primary" disabled>
          {t('buttons.disabled')}
        </Button>
        <Button kind="primary" busyText={t('buttons.sending')}>
          {t('buttons.send')}
        </Button>
        <Button kind="primary" busy busyText={t('buttons.sending')}>
          {t('buttons.send')}
        </Button>
        <ButtonLink to="/contests" iconAfter={<IconArrowRight />}>
          {t('buttons.link')}
        </ButtonLink>
      </div>
      <div className={classes.row}>
        <Button size="xs">{t('buttons.xs')}</Button>
        <Button size="sm" icon={<IconPlus />}>
          {t('buttons.sm')}
        </Button>
        <Button>{t('buttons.md')}</Button>
        <Button size="lg">{t('buttons.lg')}</Button>
      </div>
    </Panel>
  );
}

export function KitChips() {
  const t = useT('dev');
  return (
    <Panel title={t('chips.title')}>
      <div className={classes.row}>
        <LiveBadge>{t('chips.live')}</LiveBadge>
        <LiveBadge soft>{t('chips.soon')}</LiveBadge>
        <Chip kind="now">{t('chips.now')}</Chip>
        <Chip>{t('chips.plain')}</Chip>
        <Chip kind="line">{t('chips.line')}</Chip>
        <Chip kind="navy">{t('chips.navy')}</Chip>
        <Chip kind="teal" icon={<IconCheck />}>
          {t('chips.teal')}
        </Chip>
        <Chip kind="amber">{t('chips.amber')}</Chip>
        <Chip kind="red">{t('chips.red')}</Chip>
        <Chip kind="plum" size="sm">
          {t('chips.plum')}
        </Chip>
        <Count value={8} />
        <Count value={8} kind="navy" />
        <Count value={3} kind="amber" />
        <Count value={12} kind="red" />
      </div>
    </Panel>
  );
}
