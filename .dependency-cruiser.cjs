/** Who may import whom: the table in ARCHITECTURE.md, enforced. */
const NPM = '(^|/)node_modules/'

/** A room of src may import only the rooms listed (and npm, unless said otherwise below). */
const wall = (room, mayImport) => ({
  name: `wall-${room}`,
  comment: `src/${room} may import ${mayImport.join(', ') || 'nothing of ours'}`,
  severity: 'error',
  from: { path: `^src/${room}/` },
  to: {
    path: '^(src|server|scripts|tests)/',
    pathNot: `^src/(${[room, ...mayImport].join('|')})/`,
  },
})

module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'resolvable',
      severity: 'error',
      // The peers we are measured beside are a package of their own, installed when they are measured.
      from: { pathNot: '^scripts/bench/peers/' },
      to: { couldNotResolve: true, pathNot: '^(vite/client|virtual:)|[?]url$' },
    },
    wall('domain', []),
    wall('protocol', ['domain']),
    wall('device', ['domain']),
    wall('storage', ['domain', 'protocol']),
    wall('sync', ['domain', 'protocol', 'storage']),
    wall('stores', ['domain', 'protocol', 'device', 'storage', 'sync']),
    wall('ui', ['domain']),
    wall('features', ['domain', 'stores', 'ui']),
    {
      name: 'wall-app',
      severity: 'error',
      from: { path: '^src/app/' },
      to: { path: '^(server|scripts|tests)/' },
    },
    {
      name: 'no-other-features',
      comment: 'A feature never looks sideways into another',
      severity: 'error',
      from: { path: '^src/features/([^/]+)/' },
      to: { path: '^src/features/', pathNot: '^src/features/$1/' },
    },
    {
      name: 'wall-server',
      severity: 'error',
      from: { path: '^server/' },
      to: { path: '^(src|scripts|tests)/', pathNot: '^src/(domain|protocol)/' },
    },
    {
      name: 'nothing-imports-tests-or-scripts',
      severity: 'error',
      from: { path: '^(src|server)/' },
      to: { path: '^(tests|scripts)/' },
    },
    {
      name: 'domain-knows-only-valibot',
      severity: 'error',
      from: { path: '^src/(domain|protocol)/' },
      to: { path: NPM, pathNot: `${NPM}valibot/` },
    },
    {
      name: 'core-knows-no-platform',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'only-storage-knows-dexie',
      severity: 'error',
      from: { path: '^(src|server)/', pathNot: '^src/storage/' },
      to: { path: `${NPM}dexie/` },
    },
    {
      name: 'no-vue-below-the-stores',
      severity: 'error',
      from: { path: '^src/(domain|protocol|device|storage|sync)/' },
      to: { path: `${NPM}(vue|vue-router|vue-i18n|pinia|@vueuse)/` },
    },
    {
      name: 'no-stores-in-ui',
      severity: 'error',
      from: { path: '^src/ui/' },
      to: { path: `${NPM}pinia/` },
    },
    {
      name: 'no-barrels',
      severity: 'error',
      from: {},
      to: { path: '^(src|server)/.*/index\\.(ts|vue)$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.tests.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.vue', '.mjs', '.js', '.json'],
    },
  },
}
