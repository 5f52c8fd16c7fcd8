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
  buyer: {
    arrives: 'What arrives?',
    on_the_way: 'On its way',
    usual_of: (day: string) => `Usual for ${day}`,
    usual: 'What usually leaves for you in the next seven days',
    usual_short: 'Usual',
    usual_text: 'The mean of what left on the same day of the week in the last four weeks. It is ' +
      'no promise.',
    unknown: 'Nothing left for you in four weeks: nobody can say what to expect.',
    owed: 'What do you owe?',
    account: 'See the account',
    disputes: plural({ one: '# difference to settle', other: '# differences to settle' }),
    lots: 'Lots of the last fourteen days',
    no_lots: 'No lot left for you in these days.',
    all_lots: 'See all lots',
  },
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
    analyses: plural({
      one: '# producer without an analysis in the fortnight',
      other: '# producers without an analysis in the fortnight',
    }),
    analyses_text: 'What the terms say about a missing analysis will be applied.',
    analyses_act: 'Write down analyses',
    rejected: (period) => `The fortnight ${period} was sent back to you`,
    rejected_text: 'The reason stands in it; mend it and compute again.',
    rejected_cans: plural({ one: '# can rejected', other: '# cans rejected' }),
    rejected_cans_text: 'They are not paid; the reason stands at each delivery.',
    outdated: (period) => `New data arrived for the fortnight ${period}`,
    outdated_text: 'It was computed without them; compute it again.',
    payments_failed: plural({
      one: '# payment did not arrive', other: '# payments did not arrive',
    }),
    payments_failed_text: (amount) => `${amount}; see why and order it again.`,
    missing_numbers: plural({
      one: '# record of a telephone is missing', other: '# records of telephones are missing',
    }),
    missing_numbers_text: 'It is milk that was written down and did not arrive: bring them to a ' +
      'network to send it.',
    order_payments: (period) => `Payments of the fortnight ${period} are not ordered yet`,
    order_payments_text: (count, amount) =>
      `${plural({ one: '# producer', other: '# producers' })(count)}, ${amount}`,
    order_payments_act: 'Order',
    send_payments: (day) => `A payment order of ${day} waits for you to send it`,
    payment_results: (day) => `What became of the payments of ${day} is not known yet`,
    payment_results_act: 'Note it',
    payments: (count, amount) =>
      `${plural({ one: '# payment', other: '# payments' })(count)}, ${amount}`,
    review: 'Review',
    proposed: 'Somebody else proposed it.',
    approve_voucher: plural({
      one: '# voucher waits for your approval', other: '# vouchers wait for your approval',
    }),
    approve_refund: plural({
      one: '# refund of shares waits for your approval',
      other: '# refunds of shares wait for your approval',
    }),
    approve_surplus: 'The sharing of the surplus waits for your approval',
    late_buyer: (name) => `${name} has overdue payments`,
    late_buyer_text: (amount, day) => `${amount}; the first was due on ${day}`,
    late_buyer_act: 'See the account',
    settle_disputes: plural({
      one: '# difference with a buyer to settle', other: '# differences with buyers to settle',
    }),
    settle_disputes_text: 'His weight or analysis is not ours.',
    settle_disputes_act: 'Settle',
    decide_lots: plural({
      one: '# lot left and the buyer has not accepted it yet',
      other: '# lots left and the buyer has not accepted them yet',
    }),
    decide_lots_text: 'Until it is accepted there is no sale and nothing to collect.',
    explain_lines: plural({
      one: '# line of the bank to explain', other: '# lines of the bank to explain',
    }),
    explain_lines_text: 'Bank and books agree once none is left.',
    explain_lines_act: 'Explain',
    close_month: (month) => `${month} is not closed yet`,
    close_month_text: 'After that nothing more is dated in that month.',
    close_month_act: 'Close',
    backups_off: 'The server makes no backups of the data',
    backup_missing: 'There is no verified backup yet',
    backup_missing_text: 'If the machine is lost, everything is lost.',
    backup_overdue: plural({
      one: 'No verified backup for # day', other: 'No verified backup for # days',
    }),
    backup_overdue_text: 'What was done after it would be lost with the machine.',
    backup_failed: 'The last backup of the data failed',
    backup_failed_text: 'The one before it is still good.',
    look: 'See',
    other: 'Something waits',
  },
};
