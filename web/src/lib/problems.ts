// Refusals, each shown at the field that it is about.
import type { Problem } from '../api/generated';

export type Problems = readonly Problem[];

/** What the page itself has to say; its words are in the texts. */
export const ownProblem = (code: string): Problems => [{ code, where: '', detail: '', text: '' }];

/** What a page says when no answer came. */
export const unreachable = ownProblem('no_connection');

const within = (path: string, field: string) => path === field || path.startsWith(`${field}/`);

/** The refusals of one field ("/amount" has those of "/amount/currency" too). */
export const problemsAt = (problems: Problems, field: string): Problems =>
  problems.filter((problem) => within(problem.where, field));

/** The refusals of none of these fields. */
export const problemsElsewhere = (problems: Problems, fields: readonly string[]): Problems =>
  problems.filter((problem) => !fields.some((field) => within(problem.where, field)));
