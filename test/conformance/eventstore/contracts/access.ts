import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { get } from 'node:https';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ClientKit } from '../support/client-kit.js';
import { newStream, noted, notedFrom, numbersOf } from '../support/new-event.js';
import { type CertificateFiles, writeCertificate } from '../support/self-signed-certificate.js';
import { type ServerUnderTest, startServer } from '../support/server.js';
import type { StoreClient } from '../support/store-client.js';

const denied = { type: 'access-denied' };
const admin = { username: 'admin', password: 'changeit' };
const ada = { username: 'ada', password: 'pass:word' };
const unknown = { username: 'AzureDiamond', password: 'hunter2' };
const users = JSON.stringify({ admin: admin.password, ada: ada.password });

/** The clients send credentials over TLS only, so users and TLS are tested together. */
export const accessContract = (kit: ClientKit): void => {
  describe(`users and rights with ${kit.name}`, () => {
    let certificate: CertificateFiles;
    let server: ServerUnderTest;
    let client: StoreClient;

    beforeAll(async () => {
      certificate = writeCertificate();
      const { certificateFile, keyFile } = certificate;
      const settings = {
        users,
        certificateFile,
        certificatePrivateKeyFile: keyFile,
      };
      const args = Object.entries(settings).flatMap(([name, value]) => ['--set', `${name}=${value}`]);
      server = await startServer(...args);
      client = kit.connect(
        `${kit.scheme}://admin:changeit@localhost:${server.port()}?tls=true&tlsCAFile=${certificateFile}`,
      );
    });
    afterAll(async () => {
      await client.dispose();
      await server.stop();
      certificate.remove();
    });

    test('the credentials of the connection let its calls through', async () => {
      const stream = newStream();
      await client.append(stream, notedFrom(0, 2));
      expect(numbersOf(await client.read(stream))).toEqual([0, 1]);
      expect((await client.readAll()).length).toBeGreaterThan(2);
      const followed = client.subscribe(stream);
      await followed.arrived(2);
      await followed.stop();
    });

    test('probes over HTTP/1 come through the same port, in TLS too', async () => {
      const ca = readFileSync(certificate.certificateFile);
      const request = get({ host: 'localhost', port: server.port(), path: '/ping', ca });
      const [response] = (await once(request, 'response')) as [IncomingMessage];
      response.resume();
      expect(response.statusCode).toBe(200);
    });

    test.each([unknown, { ...admin, password: 'other' }])(
      'calls with the credentials of $username and $password are refused',
      async (credentials) => {
        const stream = newStream();
        await expect(client.append(stream, [noted(0)], { credentials })).rejects.toMatchObject(denied);
        await expect(client.read(stream, { credentials })).rejects.toMatchObject(denied);
        expect(await client.subscribeAll({ credentials }).dropped).toMatchObject(denied);
      },
    );

    test('$all and system streams are for admins, and streams of users are for everybody', async () => {
      const stream = newStream();
      await client.append(stream, [noted(0)], { credentials: ada });
      expect(numbersOf(await client.read(stream, { credentials: ada }))).toEqual([0]);
      await expect(client.readAll({ credentials: ada })).rejects.toMatchObject(denied);
      const system = client.append('$own', [noted(0)], { credentials: ada });
      await expect(system).rejects.toMatchObject(denied);
      await client.append('$own', [noted(0)], { credentials: admin });
    });

    test('the $acl of a stream says who may read, write and delete it and change its metadata', async () => {
      const stream = newStream();
      await client.append(stream, [noted(0)]);
      await client.setMetadata(stream, {
        acl: {
          readRoles: ['ada'],
          writeRoles: ['nobody'],
          deleteRoles: ['nobody'],
          metaWriteRoles: ['nobody'],
        },
      });
      const credentials = ada;
      expect(numbersOf(await client.read(stream, { credentials }))).toEqual([0]);
      await expect(client.append(stream, [noted(1)], { credentials })).rejects.toMatchObject(denied);
      await expect(client.raw.deleteStream(stream, { credentials })).rejects.toMatchObject(denied);
      await expect(client.raw.tombstoneStream(stream, { credentials })).rejects.toMatchObject(denied);
      const metadata = client.raw.setStreamMetadata(stream, { maxCount: 1 }, { credentials });
      await expect(metadata).rejects.toMatchObject(denied);
      await client.append(stream, [noted(1)]);
      await client.remove(stream);
    });

    test('a connection without credentials is anybody, and BatchAppend is held to $acl too', async () => {
      const anybody = kit.connect(
        `${kit.scheme}://localhost:${server.port()}?tls=true&tlsCAFile=${certificate.certificateFile}`,
      );
      const [open, closed] = [newStream(), newStream()];
      await anybody.append(open, [noted(0)]);
      await client.setMetadata(closed, { acl: { writeRoles: ['ada'] } });
      await expect(anybody.append(closed, [noted(0)])).rejects.toMatchObject(denied);
      await expect(anybody.readAll()).rejects.toMatchObject(denied);
      await anybody.append(open, [noted(1)]);
      expect(numbersOf(await anybody.read(open))).toEqual([0, 1]);
      await anybody.dispose();
    });
  });
};
