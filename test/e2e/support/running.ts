import type { Product } from './product';

/** Jest gives setup, stories and teardown a module registry each; what they share goes through the environment and this. */
let running: Product | undefined;

export function keepRunning(product: Product): void {
  running = product;
  process.env.PRODUCT_PAGE_URL = product.pageUrl;
}

export async function stopRunning(): Promise<void> {
  await running?.stop();
}

/** Address of the page of the product that runs for all stories. */
export function sharedPageUrl(): string {
  const url = process.env.PRODUCT_PAGE_URL;
  if (!url) {
    throw new Error('The product was not started: run the stories with "npm run e2e"');
  }
  return url;
}
