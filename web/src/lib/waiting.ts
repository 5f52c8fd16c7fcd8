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

type Words = (item: HomeItem, period: string, t: Texts) => WaitingWords;

const room = (item: HomeItem) =>
  item.settlement === undefined ? '/settlement' : `/settlement/${item.settlement}`;

const kinds: Readonly<Record<string, Words>> = {
  compute: (item, period, { home: { item: words } }) => ({
    tone: 'good',
    title: period ? words.compute(period) : words.compute_any,
    text: words.compute_text(item.count),
    act: words.compute_act,
    path: '/settlement',
    parameters: Object.fromEntries(
      Object.entries({ first: item.first, last: item.last, product: item.product })
        .filter((each): each is [string, string] => each[1] !== undefined)),
  }),
  approve: (item, period, { home: { item: words } }) => ({
    tone: 'wait', title: words.approve(period), text: words.approve_text(item.count),
    act: words.approve_act, path: room(item),
  }),
  post: (item, period, { home: { item: words } }) => ({
    tone: 'wait', title: words.post(period), text: words.post_text(item.count),
    act: words.post_act, path: room(item),
  }),
  analyses: (item, _period, { home: { item: words } }) => ({
    tone: 'wait', title: words.analyses(item.count), text: words.analyses_text,
    act: words.analyses_act, path: '/import', parameters: { kind: 'analyses' },
  }),
  rejected: (item, period, { home: { item: words } }) =>
    item.settlement === undefined
      ? {
          tone: 'bad', title: words.rejected_cans(item.count), text: words.rejected_cans_text,
          act: words.look, path: '/deliveries',
        }
      : {
          tone: 'bad', title: words.rejected(period), text: words.rejected_text,
          act: words.look, path: room(item),
        },
  outdated: (item, period, { home: { item: words } }) => ({
    tone: 'bad', title: words.outdated(period), text: words.outdated_text, act: words.look,
    path: room(item),
  }),
};

/** An item of a kind that this page does not know yet is still shown, with its count. */
export function waitingWords(item: HomeItem, t: Texts, format: Format): WaitingWords {
  const period = item.first && item.last ? format.shortPeriod(item.first, item.last) : '';
  const words = kinds[item.kind];
  if (words) return words(item, period, t);
  return {
    tone: 'info', title: t.home.item.other, text: format.count(item.count), act: t.home.item.look,
    path: room(item),
  };
}
