import { beforeEach, describe, expect, it, vi } from 'vitest';
import { forgetSeen, keepFor, keepSeen, lastSeen, reader } from './seen';

/** The store of a browser, as far as it is used here: what was put last stands last. */
class Store {
  readonly all = new Map<string, Response>();
  delete = async (address: string) => this.all.delete(address);
  put = async (address: string, response: Response) => void this.all.set(address, response);
  match = async (address: string) => this.all.get(address)?.clone();
  keys = async () => [...this.all.keys()];
}

let stores: Map<string, Store>;
const text = (read: unknown) =>
  typeof read === 'string' ? { ok: true, value: read } as const : { ok: false, error: 0 } as const;
const json = (value: unknown) => JSON.stringify(value);
const now = new Date('2025-11-21T15:35:00Z');

beforeEach(async () => {
  stores = new Map();
  const names = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => names.get(name) ?? null,
    setItem: (name: string, value: string) => void names.set(name, value),
    removeItem: (name: string) => void names.delete(name),
  });
  vi.stubGlobal('caches', {
    open: async (name: string) => {
      const store = stores.get(name) ?? new Store();
      stores.set(name, store);
      return store;
    },
    delete: async (name: string) => stores.delete(name),
  });
  await keepFor('rosa');
});

describe('what was seen last', () => {
  it('is the newest answer to the same question, with its time', async () => {
    await keepSeen('a', json('old'), new Date(0));
    await keepSeen('a', json('new'), now);
    expect(await lastSeen('a', text)).toEqual({ value: 'new', at: now });
    expect(await lastSeen('b', text)).toBeUndefined();
  });

  it('is gone once he has left, and for whoever comes after him', async () => {
    await keepSeen('a', json('mine'), now);
    await keepFor('rosa');
    expect(await lastSeen('a', text)).toBeDefined();
    await keepFor('luis');
    expect(await lastSeen('a', text)).toBeUndefined();
    await keepSeen('a', json('his'), now);
    await forgetSeen();
    expect(reader()).toBe('');
    expect(await lastSeen('a', text)).toBeUndefined();
    expect(stores.size).toBe(0);
  });

  it('is not of another reader, even where his answer was left behind', async () => {
    await keepSeen('a', json('mine'), now);
    localStorage.setItem('ayni.reader', 'luis');
    expect(await lastSeen('a', text)).toBeUndefined();
  });

  it('is not kept when he leaves while it is written', async () => {
    const writing = keepSeen('a', json('mine'), now);
    await forgetSeen();
    await writing;
    expect(stores.size).toBe(0);
  });

  it('has a bound: the oldest go, and what is too large never comes', async () => {
    for (let at = 0; at < 90; at += 1) await keepSeen(`q${at}`, json('x'), now);
    expect(await lastSeen('q9', text)).toBeUndefined();
    expect(await lastSeen('q10', text)).toBeDefined();
    await keepSeen('large', json('x'.repeat(300_000)), now);
    expect(await lastSeen('large', text)).toBeUndefined();
  });

  it('is none when an older version wrote it otherwise', async () => {
    await keepSeen('a', json({ other: 1 }), now);
    expect(await lastSeen('a', text)).toBeUndefined();
  });
});
