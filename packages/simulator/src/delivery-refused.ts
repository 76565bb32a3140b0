/** The receiver will never take this delivery as it is. */
export class DeliveryRefused extends Error {
  readonly code = 'delivery-refused';
  readonly retryable = false;

  constructor(
    detail: string,
    readonly status?: number,
  ) {
    super(detail);
    this.name = 'DeliveryRefused';
  }
}
