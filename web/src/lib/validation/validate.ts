// Nothing enters the program without passing here: what the server answers is held against the
// shapes made from its OpenAPI document.
import { shapes, type IsoDate, type Schemas } from '../../api/generated';

/** A value, or why there is none. */
export type Result<T, E> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E };

/** Where the JSON is not as described (RFC 6901 path), and what should stand there. */
export interface ValidationError {
  readonly where: string;
  readonly expected: string;
}

/**
 * A shape is the name of another ('Money', 'Money[]', 'string', 'integer', 'boolean'), a pattern
 * of text, a list of choices, or the members of an object; those that may be absent end in '?'.
 */
export type Shape = string | RegExp | readonly string[] | { readonly [member: string]: Shape };
export type Shapes = Readonly<Record<string, Shape>>;

const bad = (where: string, expected: string): ValidationError => ({ where, expected });

function isObject(json: unknown): json is Record<string, unknown> {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

function checkName(
  all: Shapes, name: string, json: unknown, where: string,
): ValidationError | null {
  if (name.endsWith('[]')) {
    if (!Array.isArray(json)) return bad(where, 'list');
    for (const [place, item] of json.entries()) {
      const error = checkName(all, name.slice(0, -2), item, `${where}/${place}`);
      if (error) return error;
    }
    return null;
  }
  if (name === 'string' || name === 'boolean') {
    return typeof json === name ? null : bad(where, name);
  }
  if (name === 'integer') return Number.isSafeInteger(json) ? null : bad(where, name);
  const shape = all[name];
  return shape === undefined ? bad(where, name) : check(all, shape, json, where);
}

/** The first place where `json` differs from `shape`, if there is one. */
export function check(
  all: Shapes, shape: Shape, json: unknown, where = '',
): ValidationError | null {
  if (typeof shape === 'string') return checkName(all, shape, json, where);
  if (shape instanceof RegExp) {
    return typeof json === 'string' && shape.test(json) ? null : bad(where, String(shape));
  }
  if (isList(shape)) {
    return typeof json === 'string' && shape.includes(json) ? null : bad(where, shape.join(' | '));
  }
  return isObject(json) ? checkMembers(all, shape, json, where) : bad(where, 'object');
}

function isList(shape: Shape): shape is readonly string[] {
  return Array.isArray(shape);
}

function checkMembers(
  all: Shapes,
  shape: { readonly [member: string]: Shape },
  json: Record<string, unknown>,
  where: string,
): ValidationError | null {
  const known = new Set<string>();
  for (const [written, of] of Object.entries(shape)) {
    const optional = written.endsWith('?');
    const name = optional ? written.slice(0, -1) : written;
    known.add(name);
    if (!Object.hasOwn(json, name)) {
      if (optional) continue;
      return bad(`${where}/${name}`, 'present');
    }
    const error = check(all, of, json[name], `${where}/${name}`);
    if (error) return error;
  }
  const unknown = Object.keys(json).find((name) => !known.has(name));
  return unknown === undefined ? null : bad(`${where}/${unknown}`, 'absent');
}

/** Turns unknown JSON into a value of the program, or says where it is wrong. */
export type Validator<T> = (json: unknown) => Result<T, ValidationError>;

/** The validator of a schema of the OpenAPI document. */
export function validator<Name extends keyof Schemas>(name: Name): Validator<Schemas[Name]> {
  return validatorOf<Schemas[Name]>(name, shapes);
}

/** The validator of a shape that stands in no document (the session). */
export function validatorOf<T>(shape: Shape, all: Shapes): Validator<T> {
  return (json) => {
    const error = check(all, shape, json);
    return error ? { ok: false, error } : { ok: true, value: json as T };
  };
}

/** The number in an address ("/settlement/3"), if it is one. */
export function idFrom(text: string | null | undefined): number | undefined {
  return text && /^[1-9][0-9]{0,14}$/.test(text) ? Number(text) : undefined;
}

/** The day in an address or a field ("2025-07-01"), if it is one. */
export function dateFrom(text: string | null | undefined): IsoDate | undefined {
  const read = validator('Date')(text ?? null);
  return read.ok && !Number.isNaN(Date.parse(read.value)) ? read.value : undefined;
}

/** One of the choices of a schema, if it is one. */
export function choiceFrom<Choice extends string>(
  choices: readonly Choice[],
  text: string | null | undefined,
): Choice | undefined {
  return choices.find((choice) => choice === text);
}

/** Decimal text as a number that Intl can write out; undefined when it is something else. */
export function decimalFrom(text: string): `${number}` | undefined {
  return /^-?[0-9]+(\.[0-9]+)?$/.test(text) ? (text as `${number}`) : undefined;
}
