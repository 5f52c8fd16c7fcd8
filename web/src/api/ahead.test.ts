import { afterEach, beforeEach, expect, test, vi } from 'vitest';

const HOME = '/api/v1/home?organisation=1';
const store = new Map<string, string>();
const asked: string[] = [];
let status = 200;

/** The module as it is after the page was loaded anew. */
async function load() {
  vi.resetModules();
  asked.length = 0;
  const ahead = await import('./ahead');
  ahead.askAhead();
  return ahead;
}

beforeEach(() => {
  vi.useFakeTimers();
  store.clear();
  status = 200;
  vi.stubGlobal('location', { pathname: '/', search: '' });
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => store.get(name) ?? null,
    setItem: (name: string, value: string) => store.set(name, value),
    removeItem: (name: string) => store.delete(name),
  });
  vi.stubGlobal('fetch', (path: string) => {
    asked.push(path);
    return Promise.resolve(new Response('{}', { status }));
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('what a page asked the last time is asked at once, and taken once', async () => {
  expect(await (await load()).takeAhead(HOME)).toBeUndefined();
  const { takeAhead } = await load();
  expect(asked).toEqual([HOME]);
  expect((await takeAhead(HOME))?.status).toBe(200);
  expect(await takeAhead(HOME)).toBeUndefined();
});

test('another page asks its own', async () => {
  await (await load()).takeAhead(HOME);
  vi.stubGlobal('location', { pathname: '/lots', search: '' });
  await load();
  expect(asked).toEqual([]);
});

test('what was refused, or is of before a change, is asked anew', async () => {
  await (await load()).takeAhead(HOME);
  status = 401;
  expect(await (await load()).takeAhead(HOME)).toBeUndefined();
  status = 200;
  const { dropAhead, takeAhead } = await load();
  dropAhead();
  expect(await takeAhead(HOME)).toBeUndefined();
});

test('an answer that nobody took in time is too old', async () => {
  await (await load()).takeAhead(HOME);
  const { takeAhead } = await load();
  vi.advanceTimersByTime(10_001);
  expect(await takeAhead(HOME)).toBeUndefined();
});

test('nothing is asked for whoever has gone, nor by what cannot be read', async () => {
  const { forgetAsked, takeAhead } = await load();
  await takeAhead(HOME);
  forgetAsked();
  await load();
  expect(asked).toEqual([]);
  store.set('ayni.asked', '[["/", [1]], "/"');
  await load();
  expect(asked).toEqual([]);
});
