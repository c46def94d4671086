// Four rooms, each in the environment it needs. The browser stories have a config of their own (test/e2e).
const transform = { '^.+\\.(t|j)sx?$': ['ts-jest', { tsconfig: 'test/tsconfig.jest.json', diagnostics: false }] };
// The gulp toolchain brings jest 25, whose environment hides fetch: ours is found from our own jest.
const nodeEnvironment = require.resolve('jest-environment-node', { paths: [require.resolve('jest/package.json')] });
const common = {
  rootDir: __dirname,
  transform,
  transformIgnorePatterns: ['/node_modules/(?!(@pnp)/)'],
  moduleFileExtensions: ['ts', 'tsx', 'js', 'json', 'node']
};
module.exports = {
  // A busy machine with two cores is slow, not wrong.
  testTimeout: 60000,
  // Of two cores Jest would leave one idle.
  maxWorkers: 2,
  projects: [
    { ...common, displayName: 'plan', testEnvironment: nodeEnvironment, testMatch: ['<rootDir>/test/plan/**/*.test.ts', '<rootDir>/test/documents/**/*.test.ts'] },
    { ...common, displayName: 'sharepoint', testEnvironment: nodeEnvironment, testMatch: ['<rootDir>/test/sharepoint/**/*.test.ts'] },
    { ...common, displayName: 'lists', testEnvironment: nodeEnvironment, testMatch: ['<rootDir>/test/lists/**/*.test.ts'] },
    {
      ...common,
      displayName: 'views',
      testEnvironment: 'jsdom',
      testMatch: ['<rootDir>/test/views/**/*.test.tsx', '<rootDir>/test/views/**/*.test.ts'],
      setupFiles: ['<rootDir>/test/views/setup/globals.ts'],
      setupFilesAfterEnv: ['<rootDir>/test/views/setup/matchers.ts'],
      moduleNameMapper: {
        '^@fluentui/react/lib/(.*)$': '<rootDir>/node_modules/@fluentui/react/lib-commonjs/$1',
        '\\.scss$': 'identity-obj-proxy',
        '^UdmoentningsplanStrings$': '<rootDir>/test/views/setup/strings.js'
      }
    }
  ]
};
