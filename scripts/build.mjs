import { command } from './process/interrupt.mjs';
import { ensureBuild } from './provision/build.mjs';
import { ensureDependencies } from './provision/dependencies.mjs';

await command(
  async () => {
    await ensureDependencies();
    await ensureBuild();
    console.log('✓ dist/ is up to date');
    return 0;
  },
  { codeOnSignal: 130 },
);
