// What waits for somebody, in words, with the page where it is done.
import type { HomeItem } from '../api/generated';
import type { Format } from './format';
import type { Texts } from './i18n/rooms';
import type { Tone } from './tone';

export interface WaitingWords {
  readonly tone: Tone;
  readonly title: string;
  readonly text: string;
  readonly act: string;
  readonly path: string;
  readonly parameters?: Readonly<Record<string, string>>;
}

/** What an item says in the reader's way of writing; empty where it does not say it. */
interface Said {
  readonly period: string;
  readonly month: string;
  readonly since: string;
  readonly until: string;
  readonly amount: string;
}
type Words = (item: HomeItem, said: Said, t: Texts) => WaitingWords;

const room = (item: HomeItem) =>
  item.settlement === undefined ? '/settlement' : `/settlement/${item.settlement}`;

const order = (item: HomeItem) =>
  item.order === undefined ? '/payments' : `/payments/${item.order}`;

const kinds: Readonly<Record<string, Words>> = {
  compute: (item, { period }, { home: { item: words } }) => ({
    tone: 'good',
    title: period ? words.compute(period) : words.compute_any,
    text: words.compute_text(item.count),
    act: words.compute_act,
    path: '/settlement',
    parameters: Object.fromEntries(
      Object.entries({ first: item.first, last: item.last, product: item.product })
        .filter((each): each is [string, string] => each[1] !== undefined)),
  }),
  approve: (item, { period }, { home: { item: words } }) => ({
    tone: 'wait', title: words.approve(period), text: words.approve_text(item.count),
    act: words.approve_act, path: room(item),
  }),
  post: (item, { period }, { home: { item: words } }) => ({
    tone: 'wait', title: words.post(period), text: words.post_text(item.count),
    act: words.post_act, path: room(item),
  }),
  analyses: (item, _said, { home: { item: words } }) => ({
    tone: 'wait', title: words.analyses(item.count), text: words.analyses_text,
    act: words.analyses_act, path: '/deliveries/readings',
    parameters: { ...(item.product ? { product: item.product } : {}),
      ...(item.last ? { day: item.last } : {}) },
  }),
  rejected: (item, { period }, { home: { item: words } }) =>
    item.settlement === undefined
      ? {
          tone: 'bad', title: words.rejected_cans(item.count), text: words.rejected_cans_text,
          act: words.look, path: '/deliveries',
        }
      : {
          tone: 'bad', title: words.rejected(period), text: words.rejected_text,
          act: words.look, path: room(item),
        },
  outdated: (item, { period }, { home: { item: words } }) => ({
    tone: 'bad', title: words.outdated(period), text: words.outdated_text, act: words.look,
    path: room(item),
  }),
  payments_failed: (item, { amount }, { home: { item: words } }) => ({
    tone: 'bad', title: words.payments_failed(item.count),
    text: words.payments_failed_text(amount), act: words.look, path: order(item),
  }),
  missing_numbers: (item, _said, { home: { item: words } }) => ({
    tone: 'bad', title: words.missing_numbers(item.count), text: words.missing_numbers_text,
    act: words.look, path: '/sources',
  }),
  order_payments: (item, { period, amount }, { home: { item: words } }) => ({
    tone: 'good', title: words.order_payments(period),
    text: words.order_payments_text(item.count, amount), act: words.order_payments_act,
    path: room(item),
  }),
  send_payments: (item, { amount, until }, { home: { item: words } }) => ({
    tone: 'wait', title: words.send_payments(until),
    text: words.payments(item.count, amount), act: words.review, path: order(item),
  }),
  payment_results: (item, { amount, until }, { home: { item: words } }) => ({
    tone: 'wait', title: words.payment_results(until),
    text: words.payments(item.count, amount), act: words.payment_results_act, path: order(item),
  }),
  approve_voucher: (item, _said, { home: { item: words } }) => ({
    tone: 'wait', title: words.approve_voucher(item.count), text: words.proposed, act: words.review,
    path: '/vouchers', parameters: { state: 'proposed' },
  }),
  approve_refund: (item, _said, { home: { item: words } }) => ({
    tone: 'wait', title: words.approve_refund(item.count), text: words.proposed, act: words.review,
    path: '/capital',
  }),
  approve_surplus: (_item, _said, { home: { item: words } }) => ({
    tone: 'wait', title: words.approve_surplus, text: words.proposed, act: words.review,
    path: '/capital',
  }),
  late_buyer: (item, { amount, since }, { home: { item: words } }) => ({
    tone: 'bad', title: words.late_buyer(item.party_name ?? item.party ?? ''),
    text: words.late_buyer_text(amount, since), act: words.late_buyer_act,
    path: `/buyers/${encodeURIComponent(item.party ?? '')}`,
  }),
  settle_disputes: (item, _said, { home: { item: words } }) => ({
    tone: 'wait', title: words.settle_disputes(item.count), text: words.settle_disputes_text,
    act: words.settle_disputes_act, path: '/liquidations',
  }),
  decide_lots: (item, _said, { home: { item: words } }) => ({
    tone: 'info', title: words.decide_lots(item.count), text: words.decide_lots_text,
    act: words.look, path: '/lots', parameters: { state: 'dispatched' },
  }),
  explain_lines: (item, _said, { home: { item: words } }) => ({
    tone: 'wait', title: words.explain_lines(item.count), text: words.explain_lines_text,
    act: words.explain_lines_act, path: '/bank',
  }),
  close_month: (_item, { month }, { home: { item: words } }) => ({
    tone: 'info', title: words.close_month(month), text: words.close_month_text,
    act: words.close_month_act, path: '/closings',
  }),
  backups_off: (_item, _said, { home: { item: words } }) => ({
    tone: 'bad', title: words.backups_off, text: words.backup_missing_text, act: words.look,
    path: '/health',
  }),
  backup_missing: (_item, _said, { home: { item: words } }) => ({
    tone: 'bad', title: words.backup_missing, text: words.backup_missing_text, act: words.look,
    path: '/health',
  }),
  backup_overdue: (item, _said, { home: { item: words } }) => ({
    tone: 'bad', title: words.backup_overdue(item.count), text: words.backup_overdue_text,
    act: words.look, path: '/health',
  }),
  backup_failed: (_item, _said, { home: { item: words } }) => ({
    tone: 'wait', title: words.backup_failed, text: words.backup_failed_text, act: words.look,
    path: '/health',
  }),
};

/** An item of a kind that this page does not know yet is still shown, with its count. */
export function waitingWords(item: HomeItem, t: Texts, format: Format): WaitingWords {
  const { first, last, amount } = item;
  const said = {
    period: first && last ? format.shortPeriod(first, last) : '',
    month: first ? format.date(first, 'month') : '',
    since: first ? format.date(first) : '',
    until: last ? format.date(last) : '',
    amount: amount ? format.money(amount) : '',
  };
  const words = kinds[item.kind];
  if (words) return words(item, said, t);
  return {
    tone: 'info', title: t.home.item.other, text: format.count(item.count), act: t.home.item.look,
    path: room(item),
  };
}
