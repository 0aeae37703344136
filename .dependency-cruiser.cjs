const pure = '[.](rules|policy)[.]ts$';
const tests = '([.]test[.]tsx?$)|(^test/)';

/** Who may import whom. Every rule has a failing example in test/check/dependencies.test.ts. */
module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      comment: 'Two files that need each other are one thing, or miss a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-circular-folders',
      comment: 'A folder is a unit: if two need each other, neither can be understood alone.',
      severity: 'error',
      scope: 'folder',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      comment: 'A module that nobody imports and that imports nothing is forgotten.',
      severity: 'error',
      from: {
        orphan: true,
        pathNot: [
          '[.]d[.]ts$',
          '[.]config[.][a-z]+$',
          '^[.][^/]+[.]cjs$',
          '^client/public/',
          tests,
          '^scripts/',
          '^server/database/migrations/',
        ],
      },
      to: {},
    },
    {
      name: 'resolvable',
      comment: 'An import that leads nowhere fails at run time.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-dev-dependency-in-product',
      comment: 'What ships needs only what is installed where it ships.',
      severity: 'error',
      from: { path: '^(server|shared|client)/', pathNot: tests },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'product-not-to-tests-or-tools',
      comment: 'Tests, benchmarks and scripts know the product, never the reverse.',
      severity: 'error',
      from: { path: '^(server|shared|client)/', pathNot: tests },
      to: { path: ['^(test|bench|scripts)/', '[.]test[.]tsx?$'] },
    },
    {
      name: 'shared-only-shared-and-zod',
      comment: 'Both sides run shared code, so it may need nothing that one of them lacks.',
      severity: 'error',
      from: { path: '^shared/', pathNot: tests },
      to: { pathNot: ['^shared/', '^node_modules/zod/'] },
    },
    {
      name: 'client-not-server',
      comment: 'Server code in the bundle would hand the browser its secrets.',
      severity: 'error',
      from: { path: '^client/' },
      to: { path: '^server/' },
    },
    {
      name: 'server-not-client',
      comment: 'The server must start without the client.',
      severity: 'error',
      from: { path: '^server/' },
      to: { path: '^client/' },
    },
    {
      name: 'pure-rules-and-policies',
      comment:
        'Rules and policies decide from their arguments alone; the libraries they may use are pure as well.',
      severity: 'error',
      from: { path: pure },
      to: {
        pathNot: ['^shared/', pure, '^(node:)?crypto$', '^node_modules/(zod|csv-parse|parse-entities)/'],
      },
    },
    {
      name: 'server-feature-only-through-service-or-module',
      comment: 'Another feature shows its service and its module; the rest is its own business.',
      severity: 'error',
      from: { path: '^server/([^/]+)/', pathNot: ['^server/(platform|database)/', tests] },
      to: {
        path: '^server/[^/]+/',
        pathNot: ['^server/$1/', '^server/(platform|database)/', '[.](service|module)[.]ts$'],
      },
    },
    {
      name: 'platform-knows-no-feature',
      comment: 'The platform has no product words, so that every feature can stand on it.',
      severity: 'error',
      from: { path: '^(server|client)/platform/' },
      to: {
        path: '^(server|client|shared)/[^/]+',
        pathNot: ['^(server|client)/platform/', '^server/database/', '^shared/kernel/', '^client/ui/'],
      },
    },
    {
      name: 'ui-knows-no-feature',
      comment: 'Design parts are drawn from their props, for any feature.',
      severity: 'error',
      from: { path: '^client/ui/' },
      to: { path: '^(client|shared)/', pathNot: ['^client/(ui|platform)/', '^shared/kernel/'] },
    },
    {
      name: 'client-features-apart',
      comment: 'client/app composes features; they never import each other, nor the app.',
      severity: 'error',
      from: { path: '^client/([^/]+)/', pathNot: ['^client/(app|platform|ui)/'] },
      to: { path: '^client/[^/]+/', pathNot: ['^client/$1/', '^client/(platform|ui)/'] },
    },
    {
      name: 'typeorm-only-near-data',
      comment: 'The ORM stays in entities, queries, services and the database folders.',
      severity: 'error',
      from: {
        path: '^(server|shared|client)/',
        pathNot: [
          '[.](entity|queries|service)[.]ts$',
          '^server/platform/database/',
          '^server/database/',
          tests,
        ],
      },
      to: { path: '^node_modules/typeorm/' },
    },
    {
      name: 'controllers-and-gateways-touch-no-rows',
      comment: 'Glue calls a service; reading rows there would go around its permissions.',
      severity: 'error',
      from: { path: '[.](controller|gateway)[.]ts$' },
      to: { path: '[.](entity|queries)[.]ts$' },
    },
    {
      name: 'socket.io-only-in-gateways',
      comment: 'Everything else speaks of rooms and events, not of sockets.',
      severity: 'error',
      from: {
        path: '^(server|shared|client)/',
        pathNot: ['[.]gateway[.]ts$', '^server/platform/realtime/', tests],
      },
      to: { path: '^node_modules/socket[.]io/' },
    },
    {
      name: 'socket.io-client-only-in-client-platform',
      comment: 'One connection per browser, owned by one place.',
      severity: 'error',
      from: { path: '^(server|shared|client)/', pathNot: ['^client/platform/', tests] },
      to: { path: '^node_modules/socket[.]io-client/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|coverage|[.]data|[.]cache)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
    },
  },
};
