// The pages know of which class an account is before the server has said it. That stands in the
// ledger; this holds the copy against it.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { classOf, isByParty } from '../src/lib/account_class';
import { shapes } from '../src/api/generated';

const ledger = (file) =>
  readFileSync(resolve(import.meta.dirname, '../../src/ledger', file), 'utf8');

/** The accounts of a switch, each with what is returned for it. */
function casesOf(text) {
  const found = new Map();
  let waiting = [];
  for (const [, account, result] of text.matchAll(/case (\w+):(?:\s*return ([\w:]+);)?/g)) {
    waiting.push(account);
    if (result === undefined) continue;
    waiting.forEach((each) => found.set(each, result.replace('AccountClass::', '')));
    waiting = [];
  }
  return found;
}

describe('what the pages know of accounts', () => {
  it('is the class that the ledger gives to each', () => {
    const classes = casesOf(ledger('account.cpp'));
    expect([...classes.keys()].sort()).toEqual([...shapes.AccountRole].sort());
    for (const [account, of] of classes) expect(`${account} ${classOf(account)}`)
      .toBe(`${account} ${of}`);
  });

  it('opens by person whatever is always somebody\'s', () => {
    const owned = casesOf(ledger('by_party.cpp'));
    expect(owned.size).toBeGreaterThan(10);
    expect([...owned.keys()].filter((account) => !isByParty(account))).toEqual([]);
  });
});
