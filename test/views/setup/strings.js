// The real loc files, as AMD modules, in the language that a test asks for before it loads the views.
const fs = require('fs');
const path = require('path');

const folder = path.join(__dirname, '../../../src/webparts/udmoentningsplan/loc');

function read(language) {
  let strings;
  new Function('define', fs.readFileSync(path.join(folder, `${language}.js`), 'utf8'))((_needs, make) => { strings = make(); });
  return strings;
}

const languages = { 'da-dk': read('da-dk'), 'en-us': read('en-us') };

// Looked up at each use, so that one test file can show both languages. `__esModule` keeps TypeScript from copying it.
module.exports = new Proxy({}, { get: (_target, key) => (key === '__esModule' ? true : languages[globalThis.testLanguage || 'da-dk'][key]) });
