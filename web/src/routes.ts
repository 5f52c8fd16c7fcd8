// Which page answers which address. A page and its texts come over the network only when it is
// wanted, or when there is nothing better to do: the first one is there sooner.
import type { Component } from 'svelte';
import type { Room } from './lib/i18n/rooms';
import { parametersOf, type Parameters } from './lib/pattern';
import { speech } from './state/language.svelte';
import { session } from './state/session.svelte';

type Loaded<Page> = Promise<{ readonly default: Page }>;
type About = Component<{ parameters: Parameters }>;
/** A pattern of addresses, the rooms whose texts the page shows, and the page. */
type Route<Page> = readonly [string, readonly Room[], () => Loaded<Page>];

const pages: readonly Route<Component>[] = [
  ['/', ['home'], () => import('./pages/home/Home.svelte')],
  ['/own', ['own', 'statement'], () => import('./pages/home/Farmer.svelte')],
  ['/buying', ['home', 'buyers', 'lots'], () => import('./pages/home/BuyerHome.svelte')],
  ['/deliveries', ['deliveries'], () => import('./pages/deliveries/Deliveries.svelte')],
  ['/deliveries/readings', ['readings'], () => import('./pages/deliveries/Readings.svelte')],
  ['/quality', ['quality'], () => import('./pages/quality/Quality.svelte')],
  ['/sources', ['sources'], () => import('./pages/sources/Sources.svelte')],
  ['/import', ['import', 'deliveries'], () => import('./pages/import/Import.svelte')],
  ['/settlement', ['settlement'], () => import('./pages/settlement/Settlements.svelte')],
  ['/buyers', ['buyers'], () => session.isBuyer
    ? import('./pages/buyers/Buyer.svelte') : import('./pages/buyers/Buyers.svelte')],
  ['/lots', ['lots', 'buyers'], () => import('./pages/lots/Lots.svelte')],
  ['/liquidations', ['lots', 'buyers'], () => import('./pages/liquidations/Liquidations.svelte')],
  ['/calendar', ['buyers'], () => import('./pages/calendar/Calendar.svelte')],
  ['/journal', ['journal'], () => import('./pages/journal/Journal.svelte')],
  ['/balances', ['balances'], () => import('./pages/balances/Balances.svelte')],
  ['/reports', ['reports'], () => import('./pages/reports/Reports.svelte')],
  ['/reports/open_items', ['reports'], () => import('./pages/reports/OpenItems.svelte')],
  ['/vouchers', ['vouchers'], () => import('./pages/vouchers/Vouchers.svelte')],
  ['/closings', ['closings'], () => import('./pages/closings/Closings.svelte')],
  ['/capital', ['capital'], () => import('./pages/capital/Capital.svelte')],
  ['/stock', ['stock'], () => import('./pages/stock/Stock.svelte')],
  ['/assets', ['assets'], () => import('./pages/assets/Assets.svelte')],
  ['/bank', ['bank'], () => import('./pages/bank/Statements.svelte')],
  ['/bank/reconciliation', ['bank'], () => import('./pages/bank/Reconciliation.svelte')],
  ['/payments', ['payments'], () => import('./pages/payments/Orders.svelte')],
  ['/suppliers', ['suppliers'], () => import('./pages/suppliers/Suppliers.svelte')],
  ['/obligations', ['obligations'], () => import('./pages/obligations/Obligations.svelte')],
  ['/health', ['health'], () => import('./pages/health/Health.svelte')],
  ['/log', ['log'], () => import('./pages/log/Log.svelte')],
  ['/terms', ['terms', 'price', 'workshop'], () => import('./pages/terms/Terms.svelte')],
  ['/terms/workshop', ['terms', 'price', 'workshop'],
    () => import('./pages/terms/Workshop.svelte')],
  ['/people', ['people', 'factor'], () => import('./pages/people/People.svelte')],
  ['/account', ['account', 'factor'], () => import('./pages/account/Account.svelte')],
  ['/parts', ['parts', 'home', 'deliveries', 'settlement', 'price', 'factor'],
    () => import('./pages/parts/Parts.svelte')],
];

/** Pages about one thing, which their address names. */
const pagesAbout: readonly Route<About>[] = [
  ['/settlement/:number', ['settlement', 'statement'],
    () => import('./pages/settlement/Room.svelte')],
  ['/bank/:statement', ['bank'], () => import('./pages/bank/Statement.svelte')],
  ['/payments/:order', ['payments'], () => import('./pages/payments/Order.svelte')],
  ['/settlement/:number/:supplier', ['statement', 'price'],
    () => import('./pages/statement/Statement.svelte')],
  ['/buyers/:code', ['buyers'], () => import('./pages/buyers/Buyer.svelte')],
  ['/lots/:code', ['lots', 'buyers'], () => import('./pages/lots/Lot.svelte')],
  ['/liquidations/:number', ['lots', 'buyers'],
    () => import('./pages/liquidations/Liquidation.svelte')],
  ['/reports/:report', ['reports'], () => import('./pages/reports/Report.svelte')],
];

/** A page that is there with its texts, ready to be shown. */
export type Ready =
  | { readonly kind: 'page'; readonly page: Component }
  | { readonly kind: 'about'; readonly page: About; readonly parameters: Parameters }
  | { readonly kind: 'missing' };

async function fetched<Page>([, rooms, load]: Route<Page>): Promise<Page> {
  const [page] = await Promise.all([load(), speech.furnish(rooms)]);
  return page.default;
}

/** The page at a path; a producer and a buyer have a first page of their own. Rejects when one
 * could not be fetched. */
export async function pageAt(asked: string): Promise<Ready> {
  const first = session.isProducer ? '/own' : session.isBuyer ? '/buying' : '/';
  const path = ['/', '/own', '/buying'].includes(asked) ? first : asked;
  for (const route of pages) {
    if (parametersOf(route[0], path)) return { kind: 'page', page: await fetched(route) };
  }
  for (const route of pagesAbout) {
    const parameters = parametersOf(route[0], path);
    if (parameters) return { kind: 'about', page: await fetched(route), parameters };
  }
  return { kind: 'missing' };
}

/** Fetches every page beforehand, so that a network that fails later does no harm; not for a
 * producer, who pays for each megabyte. Where one cannot be had, the others hardly can: the next
 * page that is opened tries again. */
export async function fetchPages(): Promise<void> {
  if (session.isProducer) return;
  try {
    for (const route of pages) await fetched(route);
    for (const route of pagesAbout) await fetched(route);
  } catch {
    return;
  }
}
