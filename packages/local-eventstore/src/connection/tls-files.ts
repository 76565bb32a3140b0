import { readFile } from 'node:fs/promises';
import { createSecureContext } from 'node:tls';
import type { TlsOptions } from './connection-front.js';

export class UnusableCertificateError extends Error {
  override readonly name = 'UnusableCertificateError';
  readonly code = 'unusable-certificate';

  constructor(certFile: string, keyFile: string, cause: unknown) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    super(`The certificate ${certFile} with the key ${keyFile} can't be used: ${reason}.`, { cause });
  }
}

/** Reads a certificate and its key. Throws UnusableCertificateError where they are missing or don't belong together. */
export async function readTlsFiles(certFile: string, keyFile: string): Promise<TlsOptions> {
  try {
    const tls = { cert: await readFile(certFile), key: await readFile(keyFile) };
    createSecureContext(tls);
    return tls;
  } catch (cause) {
    throw new UnusableCertificateError(certFile, keyFile, cause);
  }
}
