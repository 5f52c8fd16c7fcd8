import { afterEach, describe, expect, it, vi } from 'vitest';
import { address, ask, send } from './client';

const receipt = { organisation: 1, position: 12, hash: 'ab', already: false, made: [] };

/** Answers every request with this, and keeps what was asked. */
function serving(status: number, body: unknown) {
  const asked: { path: string; request: RequestInit }[] = [];
  vi.stubGlobal('fetch', async (path: string, request: RequestInit) => {
    asked.push({ path, request });
    return new Response(JSON.stringify(body), { status });
  });
  return asked;
}

afterEach(() => vi.unstubAllGlobals());

describe('the client', () => {
  it('asks a flat query in the address and leaves out what is not said', async () => {
    const asked = serving(200, { total: 0, entries: [] });
    const answer = await ask('journal', { organisation: 1, party: 'Ñ & co' });
    expect(answer).toEqual({ ok: true, value: { total: 0, entries: [] } });
    expect(asked[0]?.path).toBe('/api/v1/journal?organisation=1&party=%C3%91+%26+co');
    expect(asked[0]?.request.method).toBe('GET');
  });

  it('sends a command with its key and the header that another site cannot send', async () => {
    const asked = serving(200, receipt);
    const answer = await send('post_settlement', { organisation: 1, settlement: 3 }, 'key-1');
    expect(answer.ok && answer.value.position).toBe(12);
    expect(asked[0]?.request).toMatchObject({
      method: 'POST',
      body: '{"organisation":1,"settlement":3}',
      headers: { 'X-Ayni': '1', 'Idempotency-Key': 'key-1', 'Content-Type': 'application/json' },
    });
  });

  it('gives every refusal as the server said it', async () => {
    const problems = [{ code: 'same_person', where: '/settlement', detail: '', text: 'Otra.' }];
    serving(403, { problems });
    const answer = await send('approve_settlement', { organisation: 1, settlement: 3 }, 'k');
    expect(answer).toEqual({ ok: false, error: { status: 403, problems } });
  });

  it('does not believe an answer that is not as described', async () => {
    serving(200, { ...receipt, position: '12' });
    const answer = await send('post_settlement', { organisation: 1, settlement: 3 }, 'k');
    expect(answer.ok ? '' : answer.error.problems[0]?.detail).toContain('/position');
  });

  it('says that the server failed when it answers with something else than reasons', async () => {
    serving(502, 'Bad gateway');
    const answer = await ask('home', { organisation: 1 });
    expect(answer.ok ? '' : answer.error.problems[0]?.code).toBe('failed');
  });

  it('tells a lost connection from a refusal', async () => {
    vi.stubGlobal('fetch', async () => { throw new TypeError('Failed to fetch'); });
    const answer = await ask('home', { organisation: 1 });
    expect(answer.ok ? undefined : answer.error).toMatchObject({
      status: 0, problems: [{ code: 'no_connection' }],
    });
  });

  it('lets an answer that nobody waits for any more end in an error', async () => {
    const gone = new AbortController();
    vi.stubGlobal('fetch', async () => { throw new DOMException('aborted', 'AbortError'); });
    gone.abort();
    await expect(ask('home', { organisation: 1 }, gone.signal)).rejects.toThrow('aborted');
  });
});

describe('address', () => {
  it('keeps zero and leaves out nothing and the empty text', () => {
    expect(address('/x', { a: 0, b: '', c: undefined, d: false })).toBe('/x?a=0&d=false');
    expect(address('/x', {})).toBe('/x');
  });
});
