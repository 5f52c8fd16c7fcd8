// The reports of the books, in the order in which they are read.
export const kinds = ['trial_balance', 'income_statement', 'position', 'cash_flow'] as const;

export type Kind = (typeof kinds)[number];
