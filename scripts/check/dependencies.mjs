import { join } from 'node:path';
import { cruise } from 'dependency-cruiser';
import extractOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';
import extractTsConfig from 'dependency-cruiser/config-utl/extract-ts-config';

const trees = ['server', 'shared', 'client'];

/**
 * Imports that break .dependency-cruiser.cjs, and how many own modules were read. A cruiser that cannot parse
 * the sources reports nothing wrong with them, therefore fewer than `minModules` is a finding of its own.
 * @param {{ root: string, configRoot?: string, minModules: number, folders?: string[] }} what
 */
export async function dependencyFindings({ root, configRoot = root, minModules, folders = trees }) {
  const options = await extractOptions(join(configRoot, '.dependency-cruiser.cjs'));
  const tsConfig = extractTsConfig(join(configRoot, 'tsconfig.json'));
  const { output } = await cruise(folders, { ...options, baseDir: root }, undefined, { tsConfig });
  if (typeof output === 'string') throw new Error(output);
  const modules = output.modules.filter((module) => folders.some((f) => module.source.startsWith(`${f}/`)));
  const comments = new Map((options.ruleSet?.forbidden ?? []).map((rule) => [rule.name, rule.comment]));
  const findings = output.summary.violations.map((found) => describe(found, comments.get(found.rule.name)));
  if (modules.length < minModules) {
    findings.push(`min-modules: ${modules.length} modules read, expected at least ${minModules}`);
  }
  return { findings, modules: modules.length };
}

/** @param {import('dependency-cruiser').IViolation} violation @param {string | undefined} comment */
function describe(violation, comment) {
  const rest = violation.cycle ? violation.cycle.map((step) => step.name ?? step) : [violation.to];
  const path = violation.from === violation.to ? [violation.from] : [violation.from, ...rest];
  return `${path.join(' → ')}: ${violation.rule.name}: ${comment}`;
}
