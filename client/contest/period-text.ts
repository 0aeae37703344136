import { useFormat, useT } from '../platform/text/i18n.js';

/** How a window is written: “09/11 đến 15/11”, on one day “08:00 đến 11:30, 09/11”; null while it has no ends. */
export function usePeriod(): (opensAt: string | null, closesAt: string | null) => string | null {
  const t = useT('contest');
  const { date, dayMonth, time } = useFormat();
  return (opensAt, closesAt) => {
    if (opensAt === null || closesAt === null) return null;
    if (date(opensAt) === date(closesAt)) {
      return t('period.day', { from: time(opensAt), to: time(closesAt), day: dayMonth(opensAt) });
    }
    const isOneYear = date(opensAt).slice(-4) === date(closesAt).slice(-4);
    return t('period.days', {
      from: isOneYear ? dayMonth(opensAt) : date(opensAt),
      to: dayMonth(closesAt),
    });
  };
}
