'use strict';

const build = require('@microsoft/sp-build-web');
const { EagerEntry } = require('./config/eagerEntry');

build.addSuppression(`Warning - [sass] The local CSS class 'ms-Grid' is not camelCase and will not be type-safe.`);

// `gulp clean` empties its temporary folder; temp/ itself also holds what runs while a package is built.
build.mergeConfig({ tempFolder: 'temp/gulp' });

build.configureWebpack.mergeConfig({
  additionalConfiguration: (configuration) => (configuration.mode === 'production' ? { ...configuration, plugins: [...configuration.plugins, new EagerEntry()] } : configuration)
});

const getTasks = build.rig.getTasks;
build.rig.getTasks = function () {
  const result = getTasks.call(build.rig);
  result.set('serve', result.get('serve-deprecated'));
  return result;
};

build.initialize(require('gulp'));
