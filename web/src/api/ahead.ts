// What a page asked when it was opened the last time is asked again before it is there: on a slow
// line all answers then come in one round trip, and not one after the other.

const STORE = 'ayni.asked';
/** The newest so many pages, and so many questions of each. */
const PAGES = 12;
const QUESTIONS = 8;
/** For so many milliseconds a load lasts at most; what was not taken by then is too old. */
const LOAD = 10_000;

type Asked = readonly (readonly [page: string, questions: readonly string[]])[];

const coming = new Map<string, Promise<Response>>();
const here = (): string => `${location.pathname}${location.search}`;
/** Nothing is remembered before a load has begun. */
let page: string | undefined;
let arrived = 0;
let questions: string[] = [];

function kept(): Asked {
  try {
    const all: unknown = JSON.parse(localStorage.getItem(STORE) ?? '[]');
    const isText = (value: unknown) => typeof value === 'string';
    const isOne = (one: unknown): one is Asked[number] => Array.isArray(one) && isText(one[0])
      && Array.isArray(one[1]) && one[1].every(isText);
    return Array.isArray(all) ? all.filter(isOne) : [];
  } catch {
    return [];
  }
}

/** A question, and an answer that was not kept by anybody. */
export const fetched = (path: string, request: RequestInit): Promise<Response> =>
  fetch(path, { ...request, credentials: 'same-origin', cache: 'no-store' });

/** Asks what this page asked the last time. */
export function askAhead(): void {
  arrive();
  for (const question of kept().find(([name]) => name === page)?.[1] ?? []) {
    const answer = fetched(question, { method: 'GET' }).then(whole);
    answer.catch(() => undefined);
    coming.set(question, answer);
  }
  setTimeout(dropAhead, LOAD);
}

/** An answer that nobody reads to its end would keep its line. */
const whole = async (answer: Response): Promise<Response> =>
  new Response(await answer.arrayBuffer(), { status: answer.status });

function arrive(): void {
  page = here();
  arrived = Date.now();
  questions = [];
}

/** After something was changed, an answer of before is no longer one. */
export function dropAhead(): void {
  coming.clear();
}

/** The answer that is on its way, once; what was refused is asked anew. */
export async function takeAhead(question: string): Promise<Response | undefined> {
  remember(question);
  const answer = coming.get(question);
  coming.delete(question);
  const response = await answer?.catch(() => undefined);
  return response?.ok ? response : undefined;
}

function remember(question: string): void {
  if (page === undefined || !question.startsWith('/api/')) return;
  if (page !== here()) arrive();
  const isLate = Date.now() - arrived > LOAD || questions.length === QUESTIONS;
  if (isLate || questions.includes(question)) return;
  questions.push(question);
  const others = kept().filter(([name]) => name !== page).slice(1 - PAGES);
  try {
    localStorage.setItem(STORE, JSON.stringify([...others, [page, questions]]));
  } catch { /* A full store only makes the next load slower. */ }
}

/** Nothing of what anybody asked is left. */
export function forgetAsked(): void {
  dropAhead();
  questions = [];
  localStorage.removeItem(STORE);
}
