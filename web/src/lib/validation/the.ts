import type { Schemas } from '../../api/generated';
import { validator } from './validate';

/** A value of a schema, for tests; stops when the JSON is not one. */
export function the<Name extends keyof Schemas>(name: Name, json: unknown): Schemas[Name] {
  const read = validator(name)(json);
  if (!read.ok) throw new Error(`${name}${read.error.where}: ${read.error.expected}`);
  return read.value;
}
