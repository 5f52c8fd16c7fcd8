// The versions that a draft may begin with.
import type { AgreementView, TermsListView, TermsView } from '../../api/generated';
import type { DraftFor } from '../../lib/draft_terms';

/** A version by the name under which the address knows it: "terms-3", "agreement-1". */
export interface Version {
  readonly id: string;
  readonly of: DraftFor;
  readonly buyer: string;
  readonly whose: string;
  readonly version: TermsView | AgreementView;
}

export function versionsOf(
  view: TermsListView, whose: Readonly<Record<'member' | 'supplier', string>>,
): readonly Version[] {
  return [
    ...view.terms.map((version) => ({
      id: `terms-${version.number}`, of: version.applies_to, buyer: '',
      whose: whose[version.applies_to], version,
    })),
    ...view.agreements.map((version) => ({
      id: `agreement-${version.number}`, of: 'buyer' as const, buyer: version.buyer,
      whose: version.buyer_name, version,
    })),
  ];
}

/** The version that is in force on a day for the same people; versions stand newest first. */
export const inForce = (
  versions: readonly Version[], of: DraftFor, buyer: string, day: string,
): Version | undefined => versions
  .filter((each) => each.of === of && each.buyer === buyer && each.version.effective <= day)
  .toSorted((one, other) => (one.version.effective < other.version.effective ? 1 : -1))[0];
