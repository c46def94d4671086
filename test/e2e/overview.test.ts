import * as fs from 'node:fs';
import * as path from 'node:path';
import { useStage } from './support/stage';

const paperTitles = fs.readFileSync(path.join(__dirname, 'fixtures', 'paper-2025-initiatives.txt'), 'utf8').trim().split('\n');

describe('the month at a glance', () => {
  const stage = useStage();

  it('shows the paper\'s 18 initiatives with their codes and marks, exactly and in its order', async () => {
    const reader = await stage.enter('reader');
    await reader.opensPlan('upl-group=none');
    expect(await reader.titles()).toEqual(paperTitles);
  });
});
