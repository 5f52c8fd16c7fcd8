#include "app/merge_queries.h"
#include "app/people_corrections_queries.h"
#include "app/people_views_queries.h"
#include "app/register.h"
#include "app/register_parts.h"

namespace ayni {

void enter_people_views(Register& all) {
    using enum Role;
    all.query<CertificatesQuery, CertificatesView>(
        "certificates", note<CertificatesView>,
        {administrator, manager, accountant, approver, collector, producer, auditor}, certificates);
    all.query<IndexValuesQuery, IndexValuesView>("index_values", note<IndexValuesView>,
                                                 {manager, accountant, approver, auditor},
                                                 index_values);
    all.query<OrganisationQuery, RegistrationsView>(
        "registrations", note<RegistrationsView>,
        {administrator, manager, accountant, approver, auditor}, registrations);
    all.query<PartyQuery, PartyView>("party", note<PartyView>,
                                     {administrator, manager, accountant, producer}, party);
    all.command<CorrectPerson>("correct_person", note<CorrectPerson>, {administrator, manager},
                               correct_person);
    all.command<CorrectMembership>("correct_membership", note<CorrectMembership>,
                                   {administrator, manager}, correct_membership);
    // What stands under a code moves: not for those who record and settle every day.
    all.command<MergeParties>("merge_parties", note<MergeParties>, {approver}, merge_parties,
                              Guard::second_factor);
    all.command<PartParties>("part_parties", note<PartParties>, {approver}, part_parties,
                             Guard::second_factor);
    all.query<OrganisationQuery, MergersView>(
        "mergers", note<MergersView>, {administrator, manager, accountant, approver, auditor},
        mergers);
    all.query<PartiesQuery, PartiesView>("parties", note<PartiesView>,
                                         {administrator, manager, accountant, approver, auditor},
                                         parties);
}

}  // namespace ayni
