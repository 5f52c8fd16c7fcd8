// Drafts on this device, for the organisation and the person who wrote them: an error, a reload or
// a session that expired takes nothing away.
import { draftsFrom, type Draft } from './draft_terms';

/** At most so many stand side by side: the server compares no more. */
export const mostDrafts = 4;

/** Where the drafts of a person in an organisation are. */
export const draftsPlace = (organisation: number, login: string): string =>
  `ayni.drafts.${organisation}.${login}`;

/** Keeps the drafts; says whether this device could. */
export function keepDrafts(storage: Storage, place: string, drafts: readonly Draft[]): boolean {
  try {
    if (drafts.length === 0) storage.removeItem(place);
    else storage.setItem(place, JSON.stringify(drafts));
    return true;
  } catch {
    return false;
  }
}

/** The drafts that were kept; none where they cannot be read. */
export function keptDrafts(storage: Storage, place: string): Draft[] {
  try {
    const read = draftsFrom(JSON.parse(storage.getItem(place) ?? '[]'));
    return read.ok ? read.value : [];
  } catch {
    return [];
  }
}
