// Which page answers which address. A page comes over the network only when it is wanted, or when
// there is nothing better to do: the first one is there sooner.
import type { Component } from 'svelte';
import { parametersOf, type Parameters } from './lib/pattern';

type Loaded<Page> = Promise<{ readonly default: Page }>;
type About = Component<{ parameters: Parameters }>;

const pages: readonly (readonly [string, () => Loaded<Component>])[] = [
  ['/', () => import('./pages/home/Home.svelte')],
  ['/deliveries', () => import('./pages/deliveries/Deliveries.svelte')],
  ['/sources', () => import('./pages/sources/Sources.svelte')],
  ['/import', () => import('./pages/import/Import.svelte')],
  ['/settlement', () => import('./pages/settlement/Settlements.svelte')],
  ['/journal', () => import('./pages/journal/Journal.svelte')],
  ['/balances', () => import('./pages/balances/Balances.svelte')],
  ['/suppliers', () => import('./pages/suppliers/Suppliers.svelte')],
  ['/obligations', () => import('./pages/obligations/Obligations.svelte')],
  ['/terms', () => import('./pages/terms/Terms.svelte')],
  ['/people', () => import('./pages/people/People.svelte')],
  ['/account', () => import('./pages/account/Account.svelte')],
  ['/parts', () => import('./pages/parts/Parts.svelte')],
];

/** Pages about one thing, which their address names. */
const pagesAbout: readonly (readonly [string, () => Loaded<About>])[] = [
  ['/settlement/:number', () => import('./pages/settlement/Room.svelte')],
  ['/settlement/:number/:supplier', () => import('./pages/statement/Statement.svelte')],
];

/** A page that is there, ready to be shown. */
export type Ready =
  | { readonly kind: 'page'; readonly page: Component }
  | { readonly kind: 'about'; readonly page: About; readonly parameters: Parameters }
  | { readonly kind: 'missing' };

/** The page at a path. Rejects when it could not be fetched. */
export async function pageAt(path: string): Promise<Ready> {
  for (const [pattern, load] of pages) {
    if (parametersOf(pattern, path)) return { kind: 'page', page: (await load()).default };
  }
  for (const [pattern, load] of pagesAbout) {
    const parameters = parametersOf(pattern, path);
    if (parameters) return { kind: 'about', page: (await load()).default, parameters };
  }
  return { kind: 'missing' };
}

/** Fetches every page beforehand, so that a network that fails later does no harm. */
export async function fetchPages(): Promise<void> {
  for (const [, load] of [...pages, ...pagesAbout]) await load().catch(() => undefined);
}
