import { stopRunning } from './running';

export default async function stopForAll(): Promise<void> {
  await stopRunning();
}
