/**
 * Does something in one tab at a time, so that two tabs do not send the same edit. A tab that comes while another is at
 * it does nothing. Where the browser has no locks (a page that is not served over https) each tab does it: what they
 * send carries ETags and keys, so the worst is a request too many.
 */
export async function inOneTab(name: string, work: () => Promise<void>): Promise<void> {
  const locks = (navigator as Partial<Navigator>).locks;
  if (!locks) {
    return work();
  }
  await locks.request(name, { ifAvailable: true }, async (lock) => {
    if (lock) {
      await work();
    }
  });
}
