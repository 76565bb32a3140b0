/** Sources are ES modules; jest runs them as CommonJS through swc, and so must the dependencies that ship ES modules only. */
const esmOnly = ['aedes', 'aedes-persistence', 'mqemitter', 'cookie', 'fast-check', 'pure-rand'];

export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/packages', '<rootDir>/services', '<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  modulePathIgnorePatterns: ['/dist/'],
  moduleNameMapper: {
    '^(\\.{1,2}/.*)\\.js$': '$1',
    '^@bellhop/([^/]+)$': '<rootDir>/packages/$1/src/index.ts',
    '^@bellhop/([^/]+)/([^/]+)$': '<rootDir>/packages/$1/src/$2/index.ts',
  },
  transform: {
    '\\.[cm]?[jt]sx?$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2023' }, module: { type: 'commonjs' } },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(\\.pnpm/)?(${esmOnly.join('|')})[@/])`],
  testTimeout: 60_000,
  reporters: ['default', '<rootDir>/infra/bootstrap/summary-reporter.mjs'],
};
