// The one way to the server. What is refused comes back as a value, and so does a lost connection.
import type { Problems } from '../lib/problems';
import { dropAhead, fetched, takeAhead } from './ahead';
import type { Entered } from '../lib/validation/brand';
import { validator, type Result, type Validator } from '../lib/validation/validate';
import { operations, type Inputs, type Receipt, type Schemas } from './generated';

export interface Refused {
  /** Of HTTP; 0 when no answer came. */
  readonly status: number;
  readonly problems: Problems;
}
export type Answer<T> = Result<T, Refused>;

export type UseCase = keyof typeof operations;
export type Input<Name extends UseCase> = Entered<Inputs[Name]>;
export type Output<Name extends UseCase> = Schemas[(typeof operations)[Name][1]];
/** Use cases that change something: they answer with a receipt. */
export type Command = {
  [Name in UseCase]: (typeof operations)[Name][1] extends 'Receipt' ? Name : never;
}[UseCase];
export type Query = Exclude<UseCase, Command>;

/** Problems that the page itself finds; their words are in the texts, not in the answer. */
function refusal(status: number, code: string, detail = ''): { ok: false; error: Refused } {
  return { ok: false, error: { status, problems: [{ code, where: '', detail, text: '' }] } };
}

/** What stands in the body, or undefined for what is no JSON. */
async function jsonOf(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    return undefined;
  }
}

/** One request. Rejects only when it was aborted. */
export async function call<T>(
  path: string, request: RequestInit, validate: Validator<T>,
): Promise<Answer<T>> {
  let response: Response;
  try {
    if (request.method !== 'GET') dropAhead();
    const ahead = request.method === 'GET' ? await takeAhead(path) : undefined;
    response = ahead ?? await fetched(path, request);
  } catch (error) {
    if (request.signal?.aborted) throw error;
    return refusal(0, 'no_connection');
  }
  const json = await jsonOf(response);
  if (!response.ok) {
    const told = validator('Problems')(json);
    if (told.ok) return { ok: false, error: { status: response.status, ...told.value } };
    return refusal(response.status, 'failed', String(response.status));
  }
  const read = validate(json);
  if (read.ok) return read;
  return refusal(response.status, 'unreadable', `${read.error.where}: ${read.error.expected}`);
}

/** A request that may change something: the header is what another site could not send. */
export function changing(method: 'POST' | 'DELETE', body?: unknown, key?: string): RequestInit {
  const headers: Record<string, string> = { 'X-Ayni': '1' };
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  if (key !== undefined) headers['Idempotency-Key'] = key;
  return { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
}

/** An address with what is asked behind it; what is undefined or empty is left out. */
export function address(path: string, asked: Readonly<Record<string, unknown>>): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(asked)) {
    if (value !== undefined && value !== '') parameters.set(name, String(value));
  }
  const query = parameters.toString();
  return query ? `${path}?${query}` : path;
}

/** Asks; nothing changes by it. */
export function ask<Name extends Query>(
  name: Name, input: Input<Name>, signal?: AbortSignal,
): Promise<Answer<Output<Name>>> {
  const method = operations[name][0];
  const request = method === 'get' ? { method: 'GET' } : changing('POST', input);
  const path = method === 'get' ? address(`/api/v1/${name}`, { ...input }) : `/api/v1/${name}`;
  return call(path, { ...request, signal: signal ?? null }, readerOf(name));
}

/** Whether the answer may be kept to be read later; not of a trial, which carries a file. */
export const isKept = (name: Query): boolean => operations[name][0] === 'get';

/** What an answer is kept under. */
export const questionOf = <Name extends Query>(name: Name, input: Input<Name>): string =>
  address(name, { ...input });

/** Holds a kept answer against its shape: an older version may have kept it. */
export function readerOf<Name extends Query>(name: Name): Validator<Output<Name>> {
  const schema: (typeof operations)[Name][1] = operations[name][1];
  return validator(schema);
}

/** Changes something, once for each key, however often it is sent. */
export function send<Name extends Command>(
  name: Name, input: Input<Name>, key: string,
): Promise<Answer<Receipt>> {
  return call(`/api/v1/${name}`, changing('POST', input, key), validator('Receipt'));
}
