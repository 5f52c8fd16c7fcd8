// Signing in and out: the only part of the server that is not a use case.
import { validatorOf } from '../lib/validation/validate';
import { call, changing, type Answer } from './client';
import { shapes, type Language, type OrganisationView } from './generated';

/** What he has proved beside his password. */
export const factorStates = ['missing', 'not_enrolled', 'given', 'at_the_file'] as const;
export type FactorState = (typeof factorStates)[number];

/** Who is signed in, and what he is where. */
export interface SessionView {
  readonly login: string;
  readonly name: string;
  readonly language: Language;
  readonly second_factor: FactorState;
  /** Before he may choose another password. */
  readonly asks_old_password: boolean;
  readonly organisations: readonly OrganisationView[];
}

/** What a telephone is told once, so that it can show codes. */
export interface Enrolment {
  readonly secret: string;
  readonly address: string;
  /** Rows of the QR code; 1 is dark. */
  readonly qr: readonly string[];
}

/** Holds who was there last against its shape, too. */
export const readSession = validatorOf<SessionView>(
  { login: 'string', name: 'string', language: 'Language', second_factor: factorStates,
    asks_old_password: 'boolean', organisations: 'OrganisationView[]' },
  shapes,
);
const enrolment = validatorOf<Enrolment>(
  { secret: 'string', address: 'string', qr: 'string[]' }, shapes,
);
const recovery = validatorOf<{ readonly recovery_codes: readonly string[] }>(
  { recovery_codes: 'string[]' }, shapes,
);
/** An answer whose content nobody reads. */
const anything = (): { ok: true; value: null } => ({ ok: true, value: null });

const post = (path: string, body: unknown): Promise<Answer<null>> =>
  call(`/session${path}`, changing('POST', body), anything);

export const whoIsThere = (): Promise<Answer<SessionView>> =>
  call('/session', { method: 'GET' }, readSession);

export const enterByPassword = (login: string, password: string): Promise<Answer<null>> =>
  post('/password', { login, password });

/** The token stands behind the # of the printed link and is good for once. */
export const enterByLink = (token: string): Promise<Answer<null>> => post('/link', { token });

/** The first administrator of a new installation. */
export const enterFirst = (
  entered: Readonly<{ code: string; login: string; name: string; password: string }>,
): Promise<Answer<null>> => post('/first', entered);

/** The old one where it is asked: not of who has none, nor of who came by a link. */
export const changePassword = (password: string, old?: string): Promise<Answer<null>> =>
  post('/new_password', { password, ...(old === undefined ? {} : { old_password: old }) });

export const changeLanguage = (language: Language): Promise<Answer<null>> =>
  post('/language', { language });

/** A code of the telephone, or one on paper: good for once. */
export const giveCode = (code: string): Promise<Answer<null>> => post('/second_factor', { code });

export const beginFactor = (): Promise<Answer<Enrolment>> =>
  call('/session/second_factor/begin', changing('POST', {}), enrolment);

/** The first code of the telephone; answers with the codes for paper. */
export const confirmFactor = (
  code: string,
): Promise<Answer<{ readonly recovery_codes: readonly string[] }>> =>
  call('/session/second_factor/confirm', changing('POST', { code }), recovery);

export const endFactor = (code: string): Promise<Answer<null>> =>
  post('/second_factor/end', { code });

export const leave = (): Promise<Answer<null>> => call('/session', changing('DELETE'), anything);
