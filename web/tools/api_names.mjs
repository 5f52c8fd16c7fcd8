// The document writes a quantity, a choice or an id out wherever it stands. Here each gets its name
// back, so that the types of the program cannot be mixed up.

/** Where a choice is found that has this name. */
const CHOICES = {
  AccountClass: 'BalanceView.account_class',
  AccountRole: 'BalanceView.account',
  AgreementSide: 'DueView.side',
  AppliesTo: 'DeductionRule.applies_to',
  BreachKind: 'BreachView.kind',
  CalendarPeriod: 'SetSaleTerms.per',
  DebtAgainst: 'AddObligation.against',
  DeductionBasis: 'DeductionRule.basis',
  DeductionKind: 'DeductionRule.kind',
  DisputeEnd: 'DecisionView.outcome',
  DueKind: 'DueView.kind',
  EntryKind: 'EntryView.kind',
  ImportKind: 'ImportView.kind',
  Language: 'AddUser.language',
  LineKind: 'FlowView.kind',
  LineOutcome: 'LiquidationLineView.outcome',
  LotState: 'LotView.state',
  MatchReason: 'MeaningView.reasons',
  MembershipKind: 'SupplierView.kind',
  OrganisationKind: 'OrganisationView.kind',
  Outcome: 'DeliveryView.outcome',
  Role: 'AddUser.role',
  Rounding: 'PriceTerms.rounding',
  RoundingPoint: 'PriceTerms.rounding_point',
  SettlementState: 'SettlementSummary.state',
  Sex: 'AddSupplier.sex',
  Shift: 'DeliveryView.shift',
  SourceKind: 'SourceView.kind',
  Statistic: 'Term.statistic',
  TermKind: 'Term.kind',
  VolumeOf: 'Term.volume',
  WhenMissing: 'Term.missing',
};

/** The example by which a scalar is told from another of the same pattern. */
const SCALARS = {
  '10.300': 'Quantity',
  '1.45': 'Price',
  '0.40': 'Rate',
  '2025-03-01': 'Date',
  '2025-03-01T04:30:00.000Z': 'Instant',
  PEN: 'Currency',
};

/** Members that name a thing, by "Schema.member" or by the member alone. */
const IDS = {
  organisation: 'OrganisationId',
  settlement: 'SettlementNumber',
  source: 'SourceId',
  product: 'ProductId',
  'OrganisationView.id': 'OrganisationId',
  'ImportView.number': 'ImportNumber',
  'PreviewView.imported_already': 'ImportNumber',
  'ObligationView.number': 'ObligationNumber',
  'EntryView.number': 'EntryNumber',
  'EntryView.reverses': 'EntryNumber',
  'StatementView.entry': 'EntryNumber',
};

const reference = (name) => ({ $ref: `#/components/schemas/${name}` });
const listed = (choices) => choices.join(' ');

/** The name of what stands at a member, if it has one. */
function nameAt(schema, place, choices) {
  if (schema.enum) return choices.get(listed(schema.enum));
  if (schema.type === 'integer') return IDS[place] ?? IDS[place.split('.')[1]];
  if (schema.pattern) return SCALARS[schema.examples?.[0]];
  if (schema.type === 'object') return singular(place.split('.')[1]);
  return undefined;
}

/** A list that writes its items out: "problems" holds each a "Problem". */
const singular = (member) => member.charAt(0).toUpperCase() + member.slice(1).replace(/s$/, '');

function choicesByList(schemas) {
  const found = new Map();
  for (const [name, place] of Object.entries(CHOICES)) {
    const [schema, member] = place.split('.');
    const of = schemas[schema]?.properties?.[member];
    const list = of?.enum ?? of?.items?.enum;
    if (list) found.set(listed(list), name);
  }
  return found;
}

/** The same document with a schema of its own for everything that has a name. */
export function withNames(document) {
  const named = structuredClone(document);
  const schemas = named.components.schemas;
  const choices = choicesByList(schemas);
  const take = (schema, place) => {
    if (schema.type === 'array') return { ...schema, items: take(schema.items, place) };
    const name = schema.$ref ? undefined : nameAt(schema, place, choices);
    if (!name) return schema;
    const { description, ...bare } = schema;
    if (!schemas[name]) schemas[name] = nameMembers(name, bare);
    return description ? { ...reference(name), description } : reference(name);
  };
  const nameMembers = (name, schema) => {
    for (const [member, of] of Object.entries(schema.properties ?? {})) {
      schema.properties[member] = take(of, `${name}.${member}`);
    }
    return schema;
  };
  for (const [name, schema] of Object.entries(schemas)) nameMembers(name, schema);
  named.components.schemas = Object.fromEntries(
    Object.entries(schemas).sort(([one], [other]) => (one < other ? -1 : 1)),
  );
  return named;
}
