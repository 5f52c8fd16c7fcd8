import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { texts as balances } from '../lib/i18n/en/balances';
import { texts as journal } from '../lib/i18n/es/journal';
import { speech } from './language.svelte';

// The words of English are longer on their way than those of a room.
vi.mock('../lib/i18n/en', async (original) => {
  await new Promise((later) => { setTimeout(later, 50); });
  return original();
});

beforeEach(() => vi.stubGlobal('document', {
  documentElement: { lang: '' }, querySelector: () => null,
}));
afterEach(() => vi.unstubAllGlobals());

describe('the language', () => {
  it('has the words of a room that is opened while it is switched', async () => {
    await Promise.all([speech.speak('en'), speech.furnish(['balances'])]);
    expect(speech.language).toBe('en');
    expect(speech.t.balances).toBe(balances);
    expect(speech.t.locale).toBe('en');
  });

  it('has all words of a room when its page is shown, though it was asked for before', async () => {
    await speech.speak('es');
    const switched = speech.speak('en');
    const before = speech.furnish(['capital']);
    await speech.furnish(['capital']);
    expect(speech.t.capital).toBeDefined();
    await Promise.all([switched, before]);
    expect(speech.t.capital.title).toBe('Capital');
    expect(speech.language).toBe('en');
  });

  it('is the one that was chosen last, also for rooms that are opened meanwhile', async () => {
    await Promise.all([
      speech.speak('en'), speech.furnish(['journal']), speech.speak('es'),
    ]);
    expect(speech.language).toBe('es');
    expect(speech.t.journal).toBe(journal);
    expect(speech.t.balances).not.toBe(balances);
  });
});
