// Where one can go, in the order of a working day; each place needs the use case it lives from.
import type { UseCase } from '../api/client';
import type { Texts } from './i18n/rooms';

interface Place {
  readonly path: string;
  readonly name: string;
}
interface Group {
  readonly name: string;
  readonly places: readonly Place[];
}

/** The groups of the menu, without what the reader may not use. */
export function placesFor(t: Texts, may: (use: UseCase) => boolean): readonly Group[] {
  const { shell } = t;
  const all: readonly (readonly [string, string, string, UseCase])[] = [
    ['', '/', shell.home, 'home'],
    [shell.milk, '/deliveries', shell.deliveries, 'deliveries'],
    [shell.milk, '/quality', shell.quality, 'analyses'],
    [shell.milk, '/import', shell.import, 'imports'],
    [shell.milk, '/sources', shell.sources, 'sources'],
    ['', '/settlement', shell.settlement, 'settlements'],
    ['', '/payments', shell.payments, 'payment_orders'],
    [shell.buyer, '/buyers', shell.buyers, 'buyer_account'],
    [shell.buyer, '/lots', shell.lots, 'lots'],
    [shell.buyer, '/liquidations', shell.liquidations, 'liquidations'],
    [shell.buyer, '/calendar', shell.calendar, 'due_calendar'],
    [shell.books, '/vouchers', shell.vouchers, 'vouchers'],
    [shell.books, '/bank', shell.bank, 'bank_statements'],
    [shell.books, '/journal', shell.journal, 'journal'],
    [shell.books, '/balances', shell.balances, 'balances'],
    [shell.books, '/reports', shell.reports, 'trial_balance'],
    [shell.books, '/closings', shell.closings, 'closings'],
    [shell.books, '/assets', shell.assets, 'assets'],
    [shell.books, '/stock', shell.stock, 'input_stock'],
    [shell.books, '/capital', shell.capital, 'capital_movements'],
    [shell.people_and_terms, '/suppliers', shell.suppliers, 'suppliers'],
    [shell.people_and_terms, '/obligations', shell.obligations, 'obligations'],
    [shell.people_and_terms, '/terms', shell.terms, 'terms'],
    [shell.people_and_terms, '/people', shell.people, 'users'],
    [shell.people_and_terms, '/log', shell.log, 'log'],
    [shell.people_and_terms, '/health', shell.health, 'health'],
  ];
  const groups: { name: string; places: Place[] }[] = [];
  for (const [name, path, title, use] of all) {
    if (!may(use)) continue;
    const last = groups.at(-1);
    if (last?.name === name) last.places.push({ path, name: title });
    else groups.push({ name, places: [{ path, name: title }] });
  }
  return groups;
}
