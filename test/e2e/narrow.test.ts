import { useStage } from './support/stage';

describe('320 pixels wide', () => {
  const stage = useStage();

  it.each(['da-dk', 'en-us'] as const)('never scrolls sideways, also where something is written (%s)', async (language) => {
    const chief = await stage.enter('propertyChief', { width: 320, language });
    await chief.opensPlan();
    const overflow = (): Promise<number> => chief.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(await overflow()).toBe(0);
    const row = chief.row('Arbejde med kloge m2');
    await row.writesStatus();
    expect(await overflow()).toBe(0);
    await chief.presses('Escape');
    await row.opens();
    expect(await overflow()).toBe(0);
  });
});
