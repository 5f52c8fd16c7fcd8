#pragma once
// Inputs and outputs of assets and their depreciation.

#include "app/people_contract.h"
#include "domain/asset/asset.h"

namespace ayni {

/// Enters a part of an entry as an asset.
struct AcquireAsset {
    OrganisationId organisation;
    EntryNumber entry;  ///< that debited fixed assets: a voucher, an opening
    std::string name;
    Date day;  ///< from whose month on it is used
    Money cost;
    std::int32_t months = 0;
    Money residual;               ///< what it is worth in the end
    std::optional<Money> before;  ///< depreciated before the books began
};
BOOST_DESCRIBE_STRUCT(AcquireAsset, (),
                      (organisation, entry, name, day, cost, months, residual, before))
template <>
inline constexpr std::string_view note<AcquireAsset> =
    "Enters what an approved voucher or the opening brought into fixed assets as an asset, which "
    "loses its value in equal months.";

/// Takes an asset off the register that was entered by mistake.
struct WithdrawAsset {
    OrganisationId organisation;
    AssetNumber asset;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(WithdrawAsset, (), (organisation, asset, reason))
template <>
inline constexpr std::string_view note<WithdrawAsset> =
    "Takes an asset off the register that was entered by mistake; nothing of it may be depreciated "
    "or sold.";

/// Depreciates all assets up to the end of a month.
struct Depreciate {
    OrganisationId organisation;
    Date month_end;
};
BOOST_DESCRIBE_STRUCT(Depreciate, (), (organisation, month_end))
template <>
inline constexpr std::string_view note<Depreciate> =
    "Books what all assets lose of their value up to the end of a month, also of months that were "
    "left out.";

/// An asset is sold, lost or thrown away.
struct DisposeAsset {
    OrganisationId organisation;
    AssetNumber asset;
    Date day;
    std::string document;
    std::optional<Money> proceeds;    ///< none: nothing
    std::optional<AccountRole> into;  ///< bank or cash
};
BOOST_DESCRIBE_STRUCT(DisposeAsset, (), (organisation, asset, day, document, proceeds, into))
template <>
inline constexpr std::string_view note<DisposeAsset> =
    "Takes an asset out of the books that was sold, lost or thrown away; what it brought above or "
    "below its worth is a gain or a loss.";

/// As of which day.
struct AssetsQuery {
    OrganisationId organisation;
    std::optional<Date> as_of;  ///< none: with everything that is in the books
};
BOOST_DESCRIBE_STRUCT(AssetsQuery, (), (organisation, as_of))
template <>
inline constexpr std::string_view note<AssetsQuery> = "The register of assets, as of which day.";

/// An asset and what it is worth.
struct AssetView {
    AssetNumber asset;
    std::string name;
    EntryNumber entry;
    Date day;
    Money cost;
    Money residual;
    std::int32_t months = 0;
    Money depreciated;  ///< by then, also before the books began
    Money worth;        ///< nothing once it is gone
    std::optional<Date> disposed;
    std::optional<EntryNumber> disposed_by;
};
BOOST_DESCRIBE_STRUCT(AssetView, (),
                      (asset, name, entry, day, cost, residual, months, depreciated, worth,
                       disposed, disposed_by))
template <>
inline constexpr std::string_view note<AssetView> = "An asset and what it is worth.";

/// By number.
struct AssetsView {
    std::vector<AssetView> assets;
    Money worth;
};
BOOST_DESCRIBE_STRUCT(AssetsView, (), (assets, worth))
template <>
inline constexpr std::string_view note<AssetsView> =
    "The register of assets: what each cost, what is depreciated of it, what it is worth.";

}  // namespace ayni
