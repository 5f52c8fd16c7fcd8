import type { Schemas } from '../../api/generated';
import { validator } from './validate';

/** Decimal text that the page itself made, as what it is. Stops when it is none: that is ours to
 * guarantee. */
export function made<Name extends 'Quantity' | 'Price'>(name: Name, text: string): Schemas[Name] {
  const read = validator(name)(text);
  if (!read.ok) throw new RangeError(`${text} is no ${name}`);
  return read.value;
}
