/** @typedef {import('../process/application.mjs').Login} Login */

/** @param {string} address @param {Login[]} logins @param {{ lan: boolean, after: string }} circumstances */
export function printWelcome(address, logins, { lan, after }) {
  console.log(`\n  Hải Đăng is ready after ${after}:  ${address}\n`);
  if (logins.length > 0) console.log(`  Demo logins (this machine only):\n\n${table(logins)}\n`);
  if (lan) console.log('  Open to everybody in this network. No demo logins exist on this data.\n');
  console.log('  Ctrl-C stops it.\n');
}

/** @param {Login[]} logins @returns {string} */
export function table(logins) {
  const rows = [
    ['role', 'login', 'password'],
    ...logins.map(({ role, login, password }) => [role, login, password]),
  ];
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows
    .map((row) => `    ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('   ')}`.trimEnd())
    .join('\n');
}
