import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Act as ActClass } from './command.svelte';

const receipt = { organisation: 1, position: 12, hash: 'ab', already: false, made: [] };
let Act: typeof ActClass;

/** Answers one request after the other like this; 0 is a lost connection. */
function serving(...statuses: number[]) {
  const keys: (string | null)[] = [];
  vi.stubGlobal('fetch', async (_path: string, request: RequestInit) => {
    keys.push(new Headers(request.headers).get('Idempotency-Key'));
    const status = statuses[keys.length - 1] ?? 200;
    if (status === 0) throw new TypeError('Failed to fetch');
    const problem = { code: 'busy', where: '', detail: '', text: 'Espere.' };
    const body = status === 200 ? receipt : { problems: [problem] };
    return new Response(JSON.stringify(body), { status });
  });
  return keys;
}

beforeAll(async () => {
  vi.stubGlobal('location', { pathname: '/', search: '' });
  vi.stubGlobal('navigator', { language: 'es-PE' });
  ({ Act } = await import('./command.svelte'));
});

afterEach(() => vi.restoreAllMocks());

const input = { organisation: 1, settlement: 3 };

describe('an act', () => {
  it.each([
    ['a lost connection', 0],
    ['a server that is busy', 503],
  ])('keeps its key after %s, so that it is done once', async (_what, status) => {
    const keys = serving(status, 200);
    const post = new Act('post_settlement');
    expect(await post.send(input)).toBeUndefined();
    expect(post.problems).toHaveLength(1);
    expect(await post.send(input)).toMatchObject({ position: 12 });
    expect(post.problems).toEqual([]);
    expect(keys[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/);
    expect(keys[1]).toBe(keys[0]);
  });

  it('takes a new key for another content', async () => {
    const keys = serving(0, 200);
    const post = new Act('post_settlement');
    await post.send(input);
    await post.send({ ...input, settlement: 4 });
    expect(keys[1]).not.toBe(keys[0]);
  });

  it('takes a new key once the server has decided', async () => {
    const keys = serving(422, 200, 200);
    const post = new Act('post_settlement');
    await post.send(input);
    await post.send(input);
    await post.send(input);
    expect(new Set(keys).size).toBe(3);
  });

  it('is not sent a second time while the first is under way', async () => {
    const keys = serving(200, 200);
    const post = new Act('post_settlement');
    const [first, second] = await Promise.all([post.send(input), post.send(input)]);
    expect(first).toBeDefined();
    expect(second).toBeUndefined();
    expect(keys).toHaveLength(1);
  });
});
