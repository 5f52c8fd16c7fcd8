#pragma once
// Who is who, as recorded: certificates, dated values, tax numbers, parties.

#include "app/people_views_contract.h"
#include "app/work.h"

namespace ayni {

/// Refused: `unknown_supplier`.
Result<CertificatesView> certificates(const View& view, const CertificatesQuery& query);
Result<IndexValuesView> index_values(const View& view, const IndexValuesQuery& query);
Result<RegistrationsView> registrations(const View& view, const OrganisationQuery& query);
/// Refused: `unknown_supplier` at /party.
Result<PartyView> party(const View& view, const PartyQuery& query);
Result<PartiesView> parties(const View& view, const PartiesQuery& query);

}  // namespace ayni
