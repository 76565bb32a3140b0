import { generateKeyPairSync, sign } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A new certificate for this machine that vouches for itself, and its key, as PEM files. */
export interface CertificateFiles {
  readonly certificateFile: string;
  readonly keyFile: string;
  remove(): void;
}

/** Made anew for each test, since Node can sign but not make certificates, and a key in the sources would be found. */
export function writeCertificate(): CertificateFiles {
  const folder = mkdtempSync(join(tmpdir(), 'conformance-certificate-'));
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const name = sequence(tagged(0x31, sequence(commonNameId, tagged(0x0c, Buffer.from('localhost')))));
  const content = sequence(
    tagged(0xa0, integer(2)),
    integer(1),
    ecdsaWithSha256,
    name,
    sequence(time(-1), time(1)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    tagged(0xa3, sequence(sequence(alternativeNamesId, tagged(0x04, alternativeNames)))),
  );
  const signature = Buffer.concat([Buffer.of(0), sign('sha256', content, privateKey)]);
  const certificate = sequence(content, ecdsaWithSha256, tagged(0x03, signature));
  const certificateFile = join(folder, 'node.crt');
  const keyFile = join(folder, 'node.key');
  const lines = certificate.toString('base64').replaceAll(/.{64}/g, '$&\n').trimEnd();
  writeFileSync(certificateFile, `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`);
  writeFileSync(keyFile, privateKey.export({ type: 'pkcs8', format: 'pem' }));
  return { certificateFile, keyFile, remove: () => rmSync(folder, { recursive: true }) };
}

/** One element of ASN.1 in DER: its tag, its length, and what it holds. */
function tagged(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  const length = lengthOf(content.length);
  return Buffer.concat([Buffer.of(tag), length, content]);
}

/** DER takes the shortest form only, and some clients insist on it. */
function lengthOf(bytes: number): Buffer {
  if (bytes < 0x80) return Buffer.of(bytes);
  return bytes < 0x100 ? Buffer.of(0x81, bytes) : Buffer.of(0x82, Math.floor(bytes / 0x100), bytes % 0x100);
}

const sequence = (...parts: readonly Uint8Array[]): Buffer => tagged(0x30, ...parts);
const integer = (value: number): Buffer => tagged(0x02, Buffer.of(value));
const identifier = (hex: string): Buffer => tagged(0x06, Buffer.from(hex, 'hex'));

/** A time so many days from now, as YYMMDDHHMMSSZ. */
function time(days: number): Buffer {
  const digits = new Date(Date.now() + days * 86_400_000).toISOString().replaceAll(/\D/g, '');
  return tagged(0x17, Buffer.from(`${digits.slice(2, 14)}Z`));
}

const commonNameId = identifier('550403');
const alternativeNamesId = identifier('551d11');
const ecdsaWithSha256 = sequence(identifier('2a8648ce3d040302'));
const alternativeNames = sequence(
  tagged(0x82, Buffer.from('localhost')),
  tagged(0x87, Buffer.of(127, 0, 0, 1)),
);
