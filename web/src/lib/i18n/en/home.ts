import type { texts as es } from '../es/home';
import { pluralIn } from '../plural';

const plural = pluralIn('en');

export const texts: typeof es = {
  title: 'Today',
  newest: (day) => `Newest milk: ${day}`,
  waits: 'Waiting for you',
  nothing: 'Nothing waits for you. Everything is up to date.',
  milk_of: (day) => `Milk of ${day}`,
  since_settlement: 'Milk not settled yet',
  mean_price: 'Mean price of the last fortnight',
  to_pay: 'Balance payable to producers',
  producers: plural({ one: '# producer', other: '# producers' }),
  days: 'Milk of the last days',
  days_text: (days, first, last) =>
    `Milk of ${plural({ one: '# day', other: '# days' })(days)}, from ${first} to ${last}`,
  all_deliveries: 'See the deliveries',
  item: {
    compute: (period) => `The fortnight ${period} is ready to be computed`,
    compute_any: 'A fortnight is ready to be computed',
    compute_text: plural({
      one: '# delivery; somebody else will approve it',
      other: '# deliveries; somebody else will approve it',
    }),
    compute_act: 'Compute',
    approve: (period) => `The fortnight ${period} waits for your approval`,
    approve_text: plural({ one: '# payment to review', other: '# payments to review' }),
    approve_act: 'Review',
    post: (period) => `The fortnight ${period} is approved and not yet posted`,
    post_text: plural({
      one: '# statement will go into the books', other: '# statements will go into the books',
    }),
    post_act: 'Post',
    analyses: plural({ one: '# sample without analysis', other: '# samples without analysis' }),
    analyses_text: 'What the terms say about a missing analysis will be applied.',
    analyses_act: 'Import analyses',
    rejected: (period) => `The fortnight ${period} was sent back to you`,
    rejected_text: 'The reason stands in it; mend it and compute again.',
    rejected_cans: plural({ one: '# can rejected', other: '# cans rejected' }),
    rejected_cans_text: 'They are not paid; the reason stands at each delivery.',
    outdated: (period) => `New data arrived for the fortnight ${period}`,
    outdated_text: 'It was computed without them; compute it again.',
    look: 'See',
    other: 'Something waits',
  },
};
