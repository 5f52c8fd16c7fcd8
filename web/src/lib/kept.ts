// What was typed and not yet sent, beside the page: a reload, a lost network, a new signing in or
// the back button finds it again. Never of a password or a code, which no form hands over.

/** What was sent without an answer: the same again goes under the same key, so it is done once. */
export interface Sent {
  readonly body: string;
  readonly key: string;
}
export interface KeptEntry {
  /** When it was typed, in milliseconds. */
  readonly at: number;
  readonly typed: unknown;
  readonly sent?: Sent | undefined;
}
type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

const START = 'ayni.typed';
/** A file that was chosen would fill the store: it is on his disk. */
const LARGEST_BODY = 20_000;

/** Where the entry of a form stands: each user, organisation, page and form has its own. */
export const placeOf = (...names: readonly (string | number)[]): string =>
  [START, ...names.map((name) => encodeURIComponent(name))].join(' ');

/** What stands there, if it can be read. */
export function readKept(store: Store, place: string): KeptEntry | undefined {
  try {
    const found: unknown = JSON.parse(store.getItem(place) ?? 'null');
    return isEntry(found) ? found : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps it; a full or forbidden store must not disturb who types. */
export function writeKept(store: Store, place: string, entry: KeptEntry): void {
  const { at, typed, sent } = entry;
  const small = sent && sent.body.length <= LARGEST_BODY ? { sent } : {};
  try {
    store.setItem(place, JSON.stringify({ at, typed, ...small }));
  } catch { /* The form itself still has it. */ }
}

/** Forgets everything of everybody. */
export function forgetKept(store: Store): void {
  const places = Array.from({ length: store.length }, (_, place) => store.key(place) ?? '');
  places.filter((place) => place.startsWith(`${START} `)).forEach((place) =>
    store.removeItem(place));
}

const isObject = (json: unknown): json is Record<string, unknown> =>
  typeof json === 'object' && json !== null && !Array.isArray(json);

const isEntry = (json: unknown): json is KeptEntry =>
  isObject(json) && typeof json['at'] === 'number' && 'typed' in json;

/** What was kept, as far as it has the form of what stands there now: an older version of the page
 * may have kept it. */
export function fitted<Typed>(now: Typed, was: unknown): Typed {
  if (now === undefined) return (typeof was === 'string' ? was : now) as Typed;
  if (Array.isArray(now)) {
    if (!Array.isArray(was)) return now;
    const [first] = now as readonly unknown[];
    return was.map((each: unknown) => first === undefined ? each : fitted(first, each)) as Typed;
  }
  if (!isObject(now)) return (typeof was === typeof now ? was : now) as Typed;
  if (!isObject(was)) return now;
  const names = Object.keys(now).length > 0 ? Object.keys(now) : Object.keys(was);
  return Object.fromEntries(names.map((name) => [name, fitted(now[name], was[name])])) as Typed;
}
