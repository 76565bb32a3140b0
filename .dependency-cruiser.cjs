/** Which part may import which. There is no list of exceptions: a rule that is in the way gets changed here, for all. */
const onlyIn = (name, folder, module) => ({
  name,
  severity: 'error',
  comment: `Only ${folder} imports ${module}; the local servers are tested and measured with the official clients.`,
  from: {
    path: '^(packages|services|test)/',
    pathNot: [`^${folder}/`, '^packages/local-[^/]+/', '^packages/bench/src/local/', '^test/conformance/'],
  },
  to: { path: `node_modules/${module}/` },
});

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'domain-is-pure',
      severity: 'error',
      comment: 'domain imports contracts and itself only: no I/O, no clock, no randomness, no library.',
      from: { path: '^packages/domain/src/', pathNot: '\\.test\\.ts$' },
      to: { pathNot: ['^packages/(domain|contracts)/'] },
    },
    {
      name: 'contracts-stand-alone',
      severity: 'error',
      from: { path: '^packages/contracts/src/' },
      to: { path: '^(packages/(?!contracts/)|services/)' },
    },
    {
      name: 'adapters-know-no-domain',
      severity: 'error',
      from: { path: '^packages/(kafka|eventstore|clickhouse)/' },
      to: { path: '^packages/(domain|sources|sentiment|simulator|cli|stack)/' },
    },
    {
      name: 'services-know-no-service',
      severity: 'error',
      from: { path: '^services/([^/]+)/' },
      to: { path: '^services/([^/]+)/', pathNot: '^services/$1/' },
    },
    {
      name: 'packages-know-no-service',
      severity: 'error',
      from: { path: '^packages/' },
      to: { path: '^services/' },
    },
    {
      name: 'local-servers-stand-alone',
      severity: 'error',
      comment: 'Others can use a local server by itself.',
      from: { path: '^packages/(local-[^/]+)/' },
      to: { path: '^packages/', pathNot: ['^packages/$1/', '^packages/local-process/'] },
    },
    onlyIn('only-kafka-imports-kafkajs', 'packages/kafka', '(kafkajs|@kafkajs)'),
    onlyIn('only-eventstore-imports-its-client', 'packages/eventstore', '@eventstore'),
    onlyIn('only-clickhouse-imports-its-client', 'packages/clickhouse', '@clickhouse'),
  ],
  options: {
    doNotFollow: { path: ['node_modules', '/dist/'] },
    exclude: { path: ['/dist/', '\\.generated\\.ts$'] },
    parser: 'swc',
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.mts', '.js', '.mjs', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
