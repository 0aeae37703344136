import { existsSync, readFileSync } from 'node:fs';
import { registerHooks, stripTypeScriptTypes } from 'node:module';
import { fileURLToPath } from 'node:url';

/**
 * Worker threads load modules by themselves, without Vitest in between. Sources name each other as the build will have
 * them, so `x.js` that is not there is `x.ts`.
 */
registerHooks({
  resolve(specifier, context, nextResolve) {
    const source = sourceOf(specifier, context.parentURL);
    return source ? { url: source.href, shortCircuit: true } : nextResolve(specifier, context);
  },
  load(url, context, nextLoad) {
    if (!url.startsWith('file:') || !url.endsWith('.ts')) return nextLoad(url, context);
    const source = stripTypeScriptTypes(readFileSync(fileURLToPath(url), 'utf8'), { mode: 'transform' });
    return { format: 'module', source, shortCircuit: true };
  },
});

/** @param {string} specifier @param {string | undefined} parent @returns {URL | null} */
function sourceOf(specifier, parent) {
  if (!specifier.endsWith('.js') || !/^(\.{0,2}\/|file:)/.test(specifier)) return null;
  const built = new URL(specifier, parent);
  if (built.protocol !== 'file:' || built.pathname.includes('/node_modules/') || existsSync(built))
    return null;
  const source = new URL(built.href.replace(/\.js$/, '.ts'));
  return existsSync(source) ? source : null;
}
