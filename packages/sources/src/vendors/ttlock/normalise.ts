import { digestOf } from '../../digest.js';
import { factsOf } from '../../facts.js';
import { instantFrom } from '../../local-time.js';
import { readShape } from '../../payload.js';
import { roomOf, unknownRoom } from '../../rooms.js';
import { type InboundRequest, ignored, type Outcome, quarantined, type SourceContext } from '../../source.js';
import { touchpointOutcome } from '../../touchpoint.js';
import { type TtlockRecord, ttlockRecord } from './payload-schema.js';
import { type RecordType, recordTypeOf } from './record-types.js';

/** A form whose field `records`, once or several times, holds a JSON array of records; each record is one outcome. */
export function normaliseTtlock(request: InboundRequest, context: SourceContext): Outcome[] {
  const form = new URLSearchParams(request.body.toString('utf8'));
  const notifyType = form.get('notifyType');
  if (notifyType !== null && notifyType !== '1') {
    return [quarantined('unsupported-event', `notifyType is ${notifyType}; only 1, a lock record, is known`)];
  }
  const fields = form.getAll('records');
  if (fields.length === 0) return [quarantined('unexpected-shape', 'records: the form has no such field')];
  const formLock = form.get('lockId') ?? undefined;
  const outcomes = fields.flatMap((field) => recordsIn(field, formLock, context));
  return outcomes.length > 0 ? outcomes : [ignored('telemetry', 'records is an empty list')];
}

function recordsIn(field: string, formLock: string | undefined, context: SourceContext): Outcome[] {
  let records: unknown;
  try {
    records = JSON.parse(field);
  } catch {
    // The parser's message would quote the text, which may hold a PIN.
    return [quarantined('malformed-payload', 'records: not JSON')];
  }
  if (!Array.isArray(records)) return [quarantined('unexpected-shape', 'records: not a JSON array')];
  return records.map((value) => {
    const read = readShape(value, ttlockRecord);
    return read.ok ? recordOutcome(read.value, formLock, context) : read.outcome;
  });
}

function recordOutcome(record: TtlockRecord, formLock: string | undefined, context: SourceContext): Outcome {
  const lock = record.lockId ?? formLock;
  if (!lock) return quarantined('unexpected-shape', 'lockId: missing in the record and in the form');
  const type = recordTypeOf(record.recordType);
  if (!type) {
    return quarantined(
      'unsupported-event',
      `recordType is ${record.recordType}, which Bellhop does not know`,
    );
  }
  if (type.meaning === 'other') return ignored('telemetry', `lock ${lock}: ${type.how}`);
  if (type.meaning !== 'alarm' && record.success !== 1) {
    return ignored('telemetry', `lock ${lock}: an attempt with ${type.how} failed`);
  }
  return lockTouchpoint(record, lock, type, context);
}

function lockTouchpoint(
  record: TtlockRecord,
  lock: string,
  type: RecordType,
  context: SourceContext,
): Outcome {
  const mapped = roomOf(context, lock) ?? (record.lockMac ? roomOf(context, record.lockMac) : undefined);
  if (!mapped) return unknownRoom(context, lock, type.how);
  return touchpointOutcome(context, {
    source: 'room',
    channel: 'door_lock',
    type: type.meaning === 'alarm' ? 'device_faulted' : 'door_opened',
    actor: type.meaning === 'opened' ? 'guest' : 'system',
    propertyId: mapped.property.propertyId,
    room: mapped.room,
    // The same record comes again when a phone or gateway synchronises, then with another serverDate. The
    // PIN stays out, since a short one could be found from its hash.
    vendorEventId: digestOf(lock, record.lockDate, record.recordType, record.success, record.username ?? ''),
    occurredAt: whenOf(record),
    attributes: attributesOf(record, lock, type),
  });
}

const dayMs = 86_400_000;

/** The lock's time, or the server's where the lock's clock is a day ahead or was never set. */
function whenOf(record: TtlockRecord): number | undefined {
  const byLock = instantFrom(record.lockDate);
  const byServer = instantFrom(record.serverDate);
  if (byLock !== undefined && (byServer === undefined || byLock <= byServer + dayMs)) return byLock;
  return byServer;
}

function attributesOf(record: TtlockRecord, lock: string, { meaning, how }: RecordType) {
  const { username, keyboardPwd, electricQuantity } = record;
  const uploadedAt = instantFrom(record.serverDate);
  const secret = keyboardPwd == null ? '' : String(keyboardPwd);
  const namesSecret = secret !== '' && username?.includes(secret);
  return factsOf({
    lock,
    [meaning === 'alarm' ? 'fault' : 'method']: how,
    user: namesSecret ? null : username,
    uploadedAt: uploadedAt === undefined ? null : new Date(uploadedAt).toISOString(),
    batteryPercent: electricQuantity,
  });
}
