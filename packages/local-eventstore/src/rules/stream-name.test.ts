import { expect, test } from '@jest/globals';
import {
  isMetadataStream,
  isProjectedStream,
  metadataStreamOf,
  refusalOfStreamName,
  streamOfMetadata,
} from './stream-name.js';

test.each(['', '$all', '$$$$guest-1'])('a stream named %j is refused', (name) => {
  expect(refusalOfStreamName(name)).toEqual(expect.any(String));
});

test.each(['guest-1', '$settings', '$$guest-1'])('a stream named %j may be written', (name) => {
  expect(refusalOfStreamName(name)).toBeUndefined();
});

test('the metadata of a stream lies in the stream with $$ before its name', () => {
  expect(metadataStreamOf('guest-1')).toBe('$$guest-1');
  expect(streamOfMetadata('$$guest-1')).toBe('guest-1');
  expect(isMetadataStream('$$guest-1')).toBe(true);
  expect(isMetadataStream('$guest-1')).toBe(false);
});

test.each(['$ce-guest', '$et-stay-ended', '$bc-x', '$category-guest', '$streams'])(
  '%s comes from a projection',
  (name) => {
    expect(isProjectedStream(name)).toBe(true);
  },
);

test('a plain stream does not come from a projection', () => {
  expect(isProjectedStream('ce-guest')).toBe(false);
});
