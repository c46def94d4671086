import * as path from 'node:path';
import { readOptions } from '../../../sharepoint/sample/options';

describe('what npm start is asked for', () => {
  it('is the sample on port 4321, kept between starts', () => {
    expect(readOptions([], {})).toEqual({ port: 4321, stateFile: path.resolve('.local-sharepoint/state.sqlite'), reset: false, empty: false, packages: [] });
  });

  it('keeps the empty site apart from the sample', () => {
    expect(readOptions(['--empty', '--reset'], {})).toMatchObject({ stateFile: path.resolve('.local-sharepoint/empty.sqlite'), reset: true, empty: true });
  });

  it('takes a port and a file', () => {
    expect(readOptions(['--state', 'elsewhere.sqlite'], { PORT: '0' })).toMatchObject({ port: 0, stateFile: path.resolve('elsewhere.sqlite') });
  });

  it('takes a file that says what goes wrong', () => {
    expect(readOptions(['--faults', 'faults.json', '--empty'], {})).toMatchObject({ faultsFile: path.resolve('faults.json'), empty: true });
    expect(readOptions([], {}).faultsFile).toBeUndefined();
  });

  it('takes as many packages as are named', () => {
    expect(readOptions(['--package', 'one.sppkg', '--package', 'two.sppkg'], {}).packages).toEqual([path.resolve('one.sppkg'), path.resolve('two.sppkg')]);
  });

  it.each([[['--rest'], {}], [['--state'], {}], [['--faults'], {}], [['--package'], {}], [[], { PORT: 'http' }], [[], { PORT: '70000' }]])('says what it does not understand: %j %j', (words, environment) => {
    expect(() => readOptions(words, environment)).toThrow(/Unknown option|PORT must be/);
  });
});
