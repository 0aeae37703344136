/** What stands in every workbook of ours, whatever its table: Office Open XML (ECMA-376). */

export const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SHEETS = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const related = (id: number, kind: string, target: string): string =>
  `<Relationship Id="rId${id}" Type="${OFFICE}/${kind}" Target="${target}"/>`;
const part = (name: string, kind: string): string =>
  `<Override PartName="/xl/${name}.xml" ContentType="${SHEETS}.${kind}+xml"/>`;

/** From 1 on. */
const sheetNumbers = (sheets: number): number[] => Array.from({ length: sheets }, (_, at) => at + 1);

export function typesOf(sheets: number): string {
  return [
    `${HEAD}<Types xmlns="${PACKAGE}/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    part('workbook', 'sheet.main'),
    part('styles', 'styles'),
    ...sheetNumbers(sheets).map((number) => part(`worksheets/sheet${number}`, 'worksheet')),
    '</Types>',
  ].join('');
}

export const ROOT = [
  `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">`,
  related(1, 'officeDocument', 'xl/workbook.xml'),
  '</Relationships>',
].join('');

export function bookPartsOf(sheets: number): string {
  return [
    `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">`,
    ...sheetNumbers(sheets).map((number) => related(number, 'worksheet', `worksheets/sheet${number}.xml`)),
    related(sheets + 1, 'styles', 'styles.xml'),
    '</Relationships>',
  ].join('');
}

/** How a cell looks, by its place among the formats below. */
export const STYLE = { heading: 1, moment: 2, text: 3, longText: 4 } as const;

const [GENERAL, AS_TEXT, AS_MOMENT] = [0, 49, 164] as const;
const font = (bold: string): string =>
  `<font>${bold}<sz val="11"/><name val="Calibri"/><family val="2"/></font>`;
const format = (number: number, fontId = 0, alignment = ''): string =>
  `<xf numFmtId="${number}" fontId="${fontId}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyAlignment="1"><alignment vertical="top"${alignment}/></xf>`;

export const STYLES = [
  `${HEAD}<styleSheet xmlns="${MAIN}">`,
  `<numFmts count="1"><numFmt numFmtId="${AS_MOMENT}" formatCode="dd/mm/yyyy\\ hh:mm"/></numFmts>`,
  `<fonts count="2">${font('')}${font('<b/>')}</fonts>`,
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
  // Text has the format of text, so that it stays text also where somebody edits it: "=1+1" becomes no formula.
  `<cellXfs count="5">${format(GENERAL)}${format(AS_TEXT, 1)}${format(AS_MOMENT)}`,
  `${format(AS_TEXT)}${format(AS_TEXT, 0, ' wrapText="1"')}</cellXfs>`,
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
].join('');
