import type { texts as es } from '../es/balances';

export const texts: typeof es = {
  title: 'Balances',
  lead: 'What each account amounts to at the end of a day. Each figure can be opened.',
  as_of: 'Up to',
  by_party: 'By party',
  account: 'Account',
  debit: 'Debit',
  credit: 'Credit',
  balanced: 'The books balance: the sum is zero.',
  unbalanced: (sum) => `The books do not balance: the sum is ${sum}.`,
  none: 'There is nothing in the books yet.',
  of_account: (name) => `Only the account ${name}`,
  all_accounts: 'See all accounts',
  reports: 'Reports of the year up to that day',
  trial_balance: 'Trial balance',
  income_statement: 'Income statement',
  position: 'Statement of financial position',
  cash_flow: 'Cash flow',
};
