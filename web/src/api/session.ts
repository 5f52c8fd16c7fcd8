// Signing in and out: the only part of the server that is not a use case.
import { validatorOf } from '../lib/validation/validate';
import { call, changing, type Answer } from './client';
import { shapes, type Language, type OrganisationView } from './generated';

/** Who is signed in, and what he is where. */
export interface SessionView {
  readonly login: string;
  readonly name: string;
  readonly language: Language;
  readonly organisations: readonly OrganisationView[];
}

const session = validatorOf<SessionView>(
  { login: 'string', name: 'string', language: 'Language', organisations: 'OrganisationView[]' },
  shapes,
);
/** An answer whose content nobody reads. */
const anything = (): { ok: true; value: null } => ({ ok: true, value: null });

const post = (path: string, body: unknown): Promise<Answer<null>> =>
  call(`/session${path}`, changing('POST', body), anything);

export const whoIsThere = (): Promise<Answer<SessionView>> =>
  call('/session', { method: 'GET' }, session);

export const enterByPassword = (login: string, password: string): Promise<Answer<null>> =>
  post('/password', { login, password });

/** The token stands behind the # of the printed link and is good for once. */
export const enterByLink = (token: string): Promise<Answer<null>> => post('/link', { token });

/** The first administrator of a new installation. */
export const enterFirst = (
  entered: Readonly<{ code: string; login: string; name: string; password: string }>,
): Promise<Answer<null>> => post('/first', entered);

export const changePassword = (password: string): Promise<Answer<null>> =>
  post('/new_password', { password });

export const changeLanguage = (language: Language): Promise<Answer<null>> =>
  post('/language', { language });

export const leave = (): Promise<Answer<null>> => call('/session', changing('DELETE'), anything);
