'use strict';
// The stories: the shipped package on the local SharePoint in a real browser, one after the other.
const path = require('node:path');

module.exports = {
  rootDir: path.join(__dirname, '..', '..'),
  displayName: 'e2e',
  // Jest's own: the one at the top of node_modules is of the older Jest that gulp brings.
  testEnvironment: require.resolve('jest-environment-node', { paths: [require.resolve('jest')] }),
  testMatch: ['<rootDir>/test/e2e/*.test.ts'],
  transform: { '^.+\\.ts$': ['ts-jest', { tsconfig: 'test/tsconfig.jest.json', diagnostics: false }] },
  moduleFileExtensions: ['ts', 'js', 'json'],
  globalSetup: '<rootDir>/test/e2e/support/startProduct.ts',
  globalTeardown: '<rootDir>/test/e2e/support/stopProduct.ts',
  maxWorkers: 1,
  // A busy machine with two cores is slow, not wrong: one story starts the product three times.
  testTimeout: 150000
};
