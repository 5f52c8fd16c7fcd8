// A delivery as it is typed, between the form and the server.
import type { DeliveryView, NamedReading, Outcome, ProductView, Shift } from '../api/generated';
import { filledReadings } from './readings';

/** What a form of a delivery holds: text as it was typed. */
export interface TypedDelivery {
  supplier: string;
  day: string;
  shift: Shift;
  quantity: string;
  outcome: Outcome;
  reason: string;
  /** By the code of the attribute; empty where it was not analysed. */
  readings: Record<string, string>;
}

/** An empty form, or one that holds what stands there now. */
export function typedFrom(
  product: ProductView | undefined, day: string, from?: DeliveryView,
): TypedDelivery {
  const found = new Map(from?.readings.map((each) => [each.attribute, each.value]));
  const codes = product?.attributes.map((each) => each.code) ?? [];
  return {
    supplier: from?.supplier ?? '',
    day: from?.day ?? day,
    shift: from?.shift ?? 'morning',
    quantity: from?.quantity ?? '',
    outcome: from?.outcome ?? 'accepted',
    reason: '',
    readings: Object.fromEntries(codes.map((code) => [code, found.get(code) ?? ''])),
  };
}

/** The readings that were filled in; undefined when none was. */
export const readingsOf = (typed: TypedDelivery): readonly NamedReading[] | undefined =>
  filledReadings(typed.readings);
