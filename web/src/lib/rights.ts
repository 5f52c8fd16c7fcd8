// Which pages and acts to offer. The server decides; this only spares the reader a refusal.
import type { UseCase } from '../api/client';
import { operations, type Role } from '../api/generated';

/** Whether one of the roles may use the case, as far as the document says. */
export function may(roles: readonly Role[], use: UseCase): boolean {
  const [, , allowed] = operations[use];
  return allowed.length === 0 || roles.some((role) => includes(allowed, role));
}

const includes = (allowed: readonly Role[], role: Role): boolean => allowed.includes(role);
