import { useT } from '../platform/text/i18n.js';

/** What a job does, in the reader's words; one without words yet is called by its name. */
export function useJobName(): (name: string) => string {
  const t = useT('operation');
  return (name) => t(`job.${name}`, { defaultValue: name });
}
