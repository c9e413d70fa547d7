// MSAL for Node judges `practice serve`.
//
//     node tests/foreign/node/run.mjs --practice target/debug/practice
//
// Installs what package-lock.json pins, once. A client that cannot be installed is a failure.

import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const here = dirname(fileURLToPath(import.meta.url));
const { practice } = parseArgs({ options: { practice: { type: 'string' } } }).values;
if (!practice) throw new Error('which program? --practice target/debug/practice');

/** Whether what is installed is what is pinned. */
function installed() {
  const pinned = JSON.parse(readFileSync(join(here, 'package-lock.json'), 'utf8'));
  const name = 'node_modules/@azure/msal-node';
  const there = join(here, name, 'package.json');
  return (
    existsSync(there) && JSON.parse(readFileSync(there, 'utf8')).version === pinned.packages[name].version
  );
}

if (!installed()) {
  execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: here, stdio: 'inherit' });
}
const program = resolve(practice);
const tls = mkdtempSync(join(tmpdir(), 'practice-tls-'));
let status;
try {
  execFileSync(program, ['certificate', '--out', tls]);
  // Node reads the authorities it trusts once, when it starts.
  const env = {
    ...process.env,
    PRACTICE: program,
    PRACTICE_TLS: tls,
    NODE_EXTRA_CA_CERTS: join(tls, 'authority.pem'),
  };
  status = spawnSync(process.execPath, ['--test', '--test-timeout=60000'], {
    cwd: here,
    env,
    stdio: 'inherit',
  }).status;
} finally {
  rmSync(tls, { recursive: true });
}
process.exit(status ?? 1);
