import type { Quarantined } from '@bellhop/contracts';

/** A row of the quarantine table. The table replaces rows of the same id, so inserting one again changes nothing. */
export function quarantineRow(quarantined: Quarantined): object {
  return {
    quarantine_id: quarantined.quarantineId,
    code: quarantined.code,
    detail: quarantined.detail,
    step: quarantined.step,
    vendor: quarantined.vendor,
    vendor_account: quarantined.vendorAccount,
    property_id: quarantined.propertyId ?? '',
    origin: quarantined.origin,
    content_type: quarantined.contentType ?? '',
    payload: quarantined.payload.toString('base64'),
    received_at: new Date(quarantined.receivedAt).toISOString(),
  };
}
