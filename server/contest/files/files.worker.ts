import type { TableForm } from '../../platform/export/take-away.js';
import { attemptsTable, type AttemptsPrint } from './attempts-table.present.js';
import { standingsPdf } from './standings-pdf.present.js';
import { standingsTable, type StandingsPrint } from './standings-table.present.js';
import { unitsPdf } from './units-pdf.present.js';
import { unitsTable, type UnitsPrint } from './units-table.present.js';

type Printed<Print> = Print & { form: TableForm | 'pdf' };

export function standings({ form, ...print }: Printed<StandingsPrint>): Uint8Array | Promise<Uint8Array> {
  return form === 'pdf' ? standingsPdf(print) : standingsTable(form, print);
}

export function units({ form, ...print }: Printed<UnitsPrint>): Uint8Array | Promise<Uint8Array> {
  return form === 'pdf' ? unitsPdf(print) : unitsTable(form, print);
}

export function attempts({ form, ...print }: AttemptsPrint & { form: TableForm }): Uint8Array {
  return attemptsTable(form, print);
}
