'use strict';
/**
 * A browser reads a function that is called later only half, and again in full when it is called. The whole of a web part stands in
 * one such function, so everything was read twice, the second time while the reader of the page waits (25 ms of 150). In parentheses
 * it is read in full at once, mostly beside the page's own work.
 */
const head = /define\("[^"]+",\[[^\]]*\],(?=\([^()]*\)=>)/;
const called = '})()';
const tail = `${called})})();`;

class EagerEntry {
  apply(compiler) {
    const { Compilation, sources } = compiler.webpack;
    compiler.hooks.thisCompilation.tap('EagerEntry', (compilation) => {
      // Behind the minifier, which takes needless parentheses away, and before the names that are made of the contents.
      compilation.hooks.processAssets.tap({ name: 'EagerEntry', stage: Compilation.PROCESS_ASSETS_STAGE_OPTIMIZE_SIZE + 1 }, () => {
        for (const chunk of compilation.entrypoints.values()) {
          for (const name of chunk.getEntrypointChunk().files) {
            compilation.updateAsset(name, (source) => new sources.RawSource(inParentheses(source.source().toString(), name)));
          }
        }
      });
    });
  }
}

/** @throws Error when the script is built in another way than it was when this was written */
function inParentheses(script, name) {
  const found = head.exec(script);
  const last = script.lastIndexOf(tail);
  if (!found || last < 0) {
    throw new Error(`${name} is not built as config/eagerEntry.js knows it: see whether its first function still needs parentheses.`);
  }
  const [start, end] = [found.index + found[0].length, last + called.length];
  return `${script.slice(0, start)}(${script.slice(start, end)})${script.slice(end)}`;
}

module.exports = { EagerEntry };
