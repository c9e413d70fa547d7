// A certificate authority of one's own, and a certificate of it for this machine. Made by openssl, so that the chain
// our client has to believe was not made by a library of ours.

import { execFileSync } from 'node:child_process';
import { createHash, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Makes both in a folder; answers the authority's file, and what a server needs. */
export function makeAuthority(folder) {
  const at = (name) => join(folder, name);
  const made = (name, subject, extra) =>
    execFileSync(
      'openssl',
      [
        'req',
        '-x509',
        '-newkey',
        'ec',
        '-pkeyopt',
        'ec_paramgen_curve:prime256v1',
        '-nodes',
        '-days',
        '2',
      ].concat(
        ['-subj', `/CN=${subject}`, '-keyout', at(`${name}.key`), '-out', at(`${name}.pem`)],
        extra.flatMap((one) => (Array.isArray(one) ? one : ['-addext', one])),
      ),
      { stdio: ['ignore', 'ignore', 'pipe'] },
    );
  made('authority', 'Contoso Root', ['keyUsage=critical,keyCertSign,cRLSign']);
  made('server', 'sign-in', [
    ['-CA', at('authority.pem'), '-CAkey', at('authority.key')],
    'basicConstraints=critical,CA:FALSE',
    'keyUsage=critical,digitalSignature',
    'extendedKeyUsage=serverAuth',
    'subjectAltName=IP:127.0.0.1,DNS:localhost',
  ]);
  const cert = readFileSync(at('server.pem'), 'utf8');
  const spki = new X509Certificate(cert).publicKey.export({ type: 'spki', format: 'der' });
  return {
    file: at('authority.pem'),
    pem: readFileSync(at('authority.pem'), 'utf8'),
    server: { cert, key: readFileSync(at('server.key'), 'utf8') },
    /** By which Chromium knows the one certificate it is to accept. */
    fingerprint: createHash('sha256').update(spki).digest('base64'),
  };
}
