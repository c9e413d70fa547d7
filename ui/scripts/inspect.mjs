// Looks at a build before anybody ships it: its size, and that the content security policy will find nothing.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Bytes of script, gzipped, that are read before the first search can be made; what a screen loads when it is opened is not. */
const BUDGET = 60_000;
const folder = process.argv[2];
const shell = folder === 'dist';
const complaints = [];

const page = readFileSync(join(folder, 'index.html'), 'utf8');
const assets = readdirSync(join(folder, 'assets'));
const scripts = assets.filter((name) => name.endsWith('.js'));
const code = scripts.map((name) => readFileSync(join(folder, 'assets', name), 'utf8')).join('\n');
const style = assets
  .filter((name) => name.endsWith('.css'))
  .map((name) => readFileSync(join(folder, 'assets', name), 'utf8'))
  .join('\n');

/** This script, and those that it imports before it does anything. */
function withImports(name, seen = new Set()) {
  if (seen.has(name)) return seen;
  seen.add(name);
  const text = readFileSync(join(folder, 'assets', name), 'utf8');
  for (const [, other] of text.matchAll(/(?:\bfrom|\bimport)\s*["']\.\/([^"']+\.js)["']/g))
    withImports(other, seen);
  return seen;
}

const begun = [...page.matchAll(/<script[^>]*\bsrc="[^"]*\/([^"/]+\.js)"/g)].map(([, name]) => name);
if (begun.length === 0) complaints.push('no script begins');
const first = new Set(begun.flatMap((name) => [...withImports(name)]));
const bytes = (names) =>
  names.reduce((sum, name) => sum + gzipSync(readFileSync(join(folder, 'assets', name))).length, 0);
const size = bytes([...first]);
const later = bytes(scripts.filter((name) => !first.has(name)));
if (size > BUDGET) complaints.push(`${size} bytes of script (gzip); the budget is ${BUDGET}`);
if (/<script(?![^>]*\bsrc=)/.test(page)) complaints.push('a script stands in the page');
if (/\sstyle=|<style/.test(page)) complaints.push('a style stands in the page');
if (/url\(\s*['"]?(data:|https?:)/.test(style)) complaints.push('a style names an address outside');
const tauri = code.includes('__TAURI_INTERNALS__');
const http = code.includes('x-host-token');
if (tauri !== shell) complaints.push(`the shell's host is ${tauri ? 'in' : 'missing from'} ${folder}`);
if (http === shell) complaints.push(`the development host is ${http ? 'in' : 'missing from'} ${folder}`);

if (complaints.length > 0) {
  process.stderr.write(`${folder}: ${complaints.join('; ')}\n`);
  process.exitCode = 1;
} else {
  process.stdout.write(`${folder}: ${size} of ${BUDGET} bytes of script (gzip), ${later} on demand\n`);
}
