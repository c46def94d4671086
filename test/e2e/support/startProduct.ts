import { keepRunning } from './running';
import { startProduct } from './product';

/** Before all stories: the product with the sample plan, once. */
export default async function startForAll(): Promise<void> {
  keepRunning(await startProduct('temp/e2e/sample.sqlite'));
}
