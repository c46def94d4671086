'use strict';
require('@rushstack/eslint-config/patch/modern-module-resolution');

// Imports run one way (see README, "How the house is built"): each room lists what it may not reach for.
const sharePointFramework = { group: ['@microsoft/sp-*'], message: 'Only src/webparts may import the SharePoint Framework.' };
const pnp = { group: ['@pnp/*'], message: 'Views and the domain know SharePoint only through the ports in src/plan.' };
const react = { group: ['react', 'react-dom', '@fluentui/*', '@tanstack/*'], message: 'No user interface here.' };
const rooms = (...names) => ({ group: names.map((name) => `**/${name}/**`), message: 'Imports run one way: webparts -> views, lists, documents -> plan.' });
const room = (files, patterns) => ({ files, rules: { 'no-restricted-imports': ['error', { patterns }] } });

module.exports = {
  root: true,
  extends: ['@microsoft/eslint-config-spfx/lib/profiles/react'],
  parserOptions: { tsconfigRootDir: __dirname },
  ignorePatterns: ['lib/**', 'temp/**', 'dist/**', 'release/**', 'node_modules/**', '*.js', '*.scss.ts', 'sharepoint/local/page/browser/**', 'src/**/loc/*.js'],
  overrides: [
    {
      files: ['*.ts', '*.tsx'],
      parser: '@typescript-eslint/parser',
      parserOptions: { project: ['./tsconfig.json', './tsconfig.test.json'], ecmaVersion: 2020, sourceType: 'module' },
      rules: {
        '@typescript-eslint/no-explicit-any': 2,
        '@typescript-eslint/no-non-null-assertion': 2,
        '@typescript-eslint/explicit-function-return-type': [2, { allowExpressions: true, allowTypedFunctionExpressions: true }],
        'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
        'react/jsx-no-target-blank': 2,
        'react/no-danger': 2,
        // The rows come from SharePoint, whose JSON has null; it is turned into undefined at the door.
        '@rushstack/no-new-null': 0
      }
    },
    room(['src/plan/**'], [sharePointFramework, pnp, react, rooms('lists', 'views', 'documents', 'webparts', 'sharepoint')]),
    room(['src/lists/**'], [sharePointFramework, react, rooms('views', 'documents', 'webparts', 'sharepoint')]),
    room(['src/documents/**'], [sharePointFramework, pnp, react, rooms('views', 'lists', 'webparts', 'sharepoint')]),
    room(['src/views/**'], [sharePointFramework, pnp, rooms('lists', 'webparts', 'sharepoint')]),
    room(['sharepoint/sample/**'], [sharePointFramework, react, rooms('views', 'webparts')]),
    room(['sharepoint/local/**'], [sharePointFramework, pnp, react, { group: ['**/src/**', '**/sample/**'], message: 'The local SharePoint knows nothing of the product.' }])
  ]
};
