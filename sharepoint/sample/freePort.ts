import { createServer } from 'node:net';

/**
 * @param port 0 is any, and always free
 * @throws Error in words for the one who started it
 */
export async function demandFreePort(port: number): Promise<void> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once('error', (problem: NodeJS.ErrnoException) => reject(problem.code === 'EADDRINUSE'
      ? new Error(`Port ${port} is taken. Stop what uses it, or choose another: PORT=4400 npm start`)
      : problem));
    probe.listen(port, '127.0.0.1', resolve);
  });
  await new Promise<void>((resolve) => probe.close(() => resolve()));
}
