import { useT } from '../../platform/text/i18n.js';
import { Segmented } from '../../ui/form/segmented.js';

export type StandingsView = 'members' | 'units';

type SegmentsProps = { value: StandingsView; onChange: (value: StandingsView) => void; block?: boolean };

export function StandingsSegments({ value, onChange, block }: SegmentsProps) {
  const t = useT('contest/standings');
  return (
    <Segmented
      block={block}
      label={t('segments.label')}
      value={value}
      onChange={onChange}
      options={[
        { value: 'members', label: t('segments.members') },
        { value: 'units', label: t('segments.units') },
      ]}
    />
  );
}
