// `practice serve` over TLS, for as long as a test lasts.

import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export const CLIENT = '5d1f6f0a-7c1e-4a52-9c36-0b1a7d3e2c41';
export const TENANT = '3ceaaf30-8142-48ea-91d9-3080f9b439fc';
export const USER_ADMIN = 'anna.bakker@contoso.nl';
export const NO_ADMIN = 'bram.visser@contoso.nl';

/** The app of the built-in plan, changed. */
export const app = (changes = {}) => ({
  clientId: CLIENT,
  name: 'Guest Mail Doctor',
  redirectUris: ['http://localhost'],
  publicClient: true,
  ...changes,
});

/** Starts the server; `plan` is the sign-in file without its version. Stops it when the test ends. */
export async function practice(test, plan = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'practice-run-'));
  const file = join(folder, 'sign-in.json');
  await writeFile(file, JSON.stringify({ version: 1, apps: [app()], intervalSeconds: 1, ...plan }));
  const tls = process.env.PRACTICE_TLS;
  const child = spawn(
    process.env.PRACTICE,
    ['serve', '--listen', '127.0.0.1:0', '--sign-in', file]
      .concat(['--tls-cert', join(tls, 'certificate.pem')])
      .concat(['--tls-key', join(tls, 'key.pem')]),
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  test.after(async () => {
    child.kill();
    await rm(folder, { recursive: true });
  });
  const lines = createInterface({ input: child.stdout });
  const line = await new Promise((resolve, reject) => {
    lines.once('line', resolve);
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`practice ended with ${code}`)));
  });
  const host = `localhost:${line.match(/^listening on https:\/\/.*:(\d+)$/)[1]}`;
  const base = `https://${host}`;
  return {
    host,
    base,
    authority: (tenant = TENANT) => `${base}/${tenant}`,
    scopes: (...names) => names.map((name) => `${base}/${name}`),
    me: (token) => fetch(`${base}/v1.0/me`, { headers: { authorization: `Bearer ${token}` } }),
  };
}
