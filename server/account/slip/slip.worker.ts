import { slipsPdf, type SlipPrint } from './slip-pdf.present.js';

export function pdf(print: SlipPrint): Promise<Uint8Array> {
  return slipsPdf(print);
}
