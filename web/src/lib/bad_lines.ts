// Refusals of the rows of a file: "/content/3" is about its third line.
import type { Problem } from '../api/generated';
import type { Problems } from './problems';

/** What was refused about one line of a file. */
export interface BadLine {
  readonly line: string;
  readonly problem: Problem;
}

/** The refusals that name a line, in the order of the server. */
export const badLinesOf = (problems: Problems): readonly BadLine[] =>
  problems.flatMap((problem) => {
    const line = /^\/content\/(\d+)$/.exec(problem.where)?.[1];
    return line === undefined ? [] : [{ line, problem }];
  });

/** The refusals that name no line. */
export const otherThanLines = (problems: Problems): Problems =>
  problems.filter((problem) => !/^\/content\/\d+$/.test(problem.where));
