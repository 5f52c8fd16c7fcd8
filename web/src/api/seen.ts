// What this reader saw last, for when there is no network: the newest answer to each question, in
// the browser's own store, of one reader at a time.
import { forgetAsked } from './ahead';
import type { Result } from '../lib/validation/validate';

export interface Seen<T> {
  readonly value: T;
  readonly at: Date;
}

const STORE = 'ayni-seen';
const READER = 'ayni.reader';
/** The newest so many answers, none larger than a page needs. */
const MOST = 80;
const LARGEST = 200_000;

const addressOf = (question: string) => `/seen?${encodeURIComponent(question)}`;

/** Whose answers are kept here; empty when nobody is signed in. */
export const reader = (): string => localStorage.getItem(READER) ?? '';

/** Begins to keep for this reader; what another one saw goes. */
export async function keepFor(login: string): Promise<void> {
  if (reader() !== login) await forgetSeen();
  localStorage.setItem(READER, login);
}

/** Nothing of anybody is left. */
export async function forgetSeen(): Promise<void> {
  localStorage.removeItem(READER);
  forgetAsked();
  if (typeof caches !== 'undefined') await caches.delete(STORE);
}

/** Keeps an answer (its JSON). A browser that does not let us, or has no place, is no fault. */
export async function keepSeen(question: string, answer: string, now: Date): Promise<void> {
  const of = reader();
  const text = `{"of":${JSON.stringify(of)},"answer":${answer}}`;
  if (of === '' || text.length > LARGEST || typeof caches === 'undefined') return;
  try {
    const store = await caches.open(STORE);
    const address = addressOf(question);
    await store.delete(address);
    await store.put(address, new Response(text, { headers: { 'X-Seen': now.toISOString() } }));
    const all = await store.keys();
    await Promise.all(all.slice(0, Math.max(0, all.length - MOST)).map((old) => store.delete(old)));
    // He has left while it was written.
    if (reader() !== of) await caches.delete(STORE);
  } catch { /* It is only a copy. */ }
}

/** The answer that this reader saw last, if there is one that can still be read. */
export async function lastSeen<T>(
  question: string, validate: (json: unknown) => Result<T, unknown>,
): Promise<Seen<T> | undefined> {
  if (typeof caches === 'undefined' || reader() === '') return undefined;
  try {
    const store = await caches.open(STORE);
    const found = await store.match(addressOf(question), { ignoreVary: true });
    if (!found) return undefined;
    const { of, answer } = await found.json() as { of: unknown; answer: unknown };
    const read = validate(answer);
    const at = new Date(found.headers.get('X-Seen') ?? '');
    return read.ok && of === reader() ? { value: read.value, at } : undefined;
  } catch {
    return undefined;
  }
}
