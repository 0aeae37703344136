import { command } from './process/interrupt.mjs';
import { runOnData } from './process/one-off.mjs';

await command(() => runOnData({ program: 'migrate.js', purpose: 'migration' }), { codeOnSignal: 130 });
