// The Spanish of every choice that the server knows by a name.
import type {
  AccountClass, AccountRole, AgreementSide, AppliesTo, BreachKind, CalendarPeriod,
  CapitalMovementView, DebtAgainst, DeductionBasis, DeductionKind, DisputeEnd, DueKind, EntryKind,
  ImportKind, InputMovementView, Language, LineOutcome, LotState, MatchReason, MembershipKind,
  Outcome, PaymentOrderView, PaymentView, Role, Rounding, RoundingPoint, SettlementState, Sex,
  Shift, SourceKind, Statistic, TermKind, VolumeOf, VoucherView, WhenMissing,
} from '../../api/generated';

/** Choices that have no name of their own in the document. */
type VoucherState = VoucherView['state'];
type CapitalKind = CapitalMovementView['kind'];
type InputKind = InputMovementView['kind'];
type PaymentState = PaymentView['state'];
type PaymentMethod = PaymentView['method'];
type OrderState = PaymentOrderView['state'];

const account: Record<AccountRole, string> = {
  bank: 'Banco',
  cash: 'Caja',
  in_transit: 'Pagos en camino',
  buyer_receivable: 'Por cobrar al comprador',
  producer_advance: 'Adelantos a productores',
  producer_receivable: 'Por cobrar a productores',
  input_receivable: 'Insumos por cobrar',
  loan_principal: 'Préstamos por cobrar',
  interest_receivable: 'Intereses por cobrar',
  claim_receivable: 'Reclamos por cobrar',
  producer_payable: 'Por pagar a productores',
  withheld_third_party: 'Retenido para terceros',
  tax_withheld: 'Impuestos retenidos',
  retention_payable: 'Retenciones por devolver',
  premium_held: 'Primas en custodia',
  overpayment: 'Pagos en exceso',
  share_capital: 'Capital de los socios',
  reserve: 'Reservas',
  surplus: 'Excedentes',
  sales_produce: 'Ventas',
  cost_recovered: 'Costos recuperados',
  interest_income: 'Intereses ganados',
  purchases_member: 'Compras a socios',
  purchases_third: 'Compras a no socios',
  compensation: 'Compensaciones',
  shrinkage: 'Mermas',
  bank_charges: 'Gastos bancarios',
  rounding: 'Redondeo',
  sales_inputs: 'Ventas de insumos',
  stock_produce: 'Productos en almacén',
  trade_payable: 'Por pagar a proveedores',
  buyer_advance: 'Anticipos del comprador',
  bank_loan: 'Préstamos del banco',
  interest_payable: 'Intereses por pagar',
  fixed_asset: 'Bienes de uso',
  stock_inputs: 'Insumos en almacén',
  input_vat: 'IGV por recuperar',
  transport_cost: 'Transporte',
  personnel_cost: 'Sueldos',
  energy_cost: 'Luz y combustible',
  general_cost: 'Gastos generales',
  cost_of_inputs: 'Costo de los insumos vendidos',
  depreciation: 'Depreciación',
  accumulated_depreciation: 'Depreciación acumulada',
  petty_cash: 'Caja chica',
  staff_advance: 'Entregas por rendir',
  service_income: 'Ingresos por servicios',
};

const account_class: Record<AccountClass, string> = {
  asset: 'Lo que tiene y le deben',
  liability: 'Lo que debe',
  equity: 'Patrimonio',
  income: 'Ingresos',
  expense: 'Gastos',
};

const deduction: Record<DeductionKind, string> = {
  own_service: 'Servicio de la organización',
  capital: 'Aporte de capital',
  retention: 'Retención por devolver',
  tax: 'Impuesto',
  input: 'Insumos',
  advance: 'Adelanto',
  loan: 'Préstamo',
  third_party: 'Deuda con un tercero',
  correction: 'Corrección de un pago anterior',
  interest: 'Interés de un préstamo',
};

const term: Record<TermKind, string> = {
  base: 'Precio base',
  per_point: 'Por punto',
  band: 'Por tramo',
  component: 'Por componente',
  grade: 'Por grado',
  premium: 'Prima',
  floor: 'Precio mínimo',
  ceiling: 'Precio máximo',
};

const statistic: Record<Statistic, string> = {
  sample: 'su propia muestra',
  period_mean: 'promedio de la quincena',
  geometric_mean: 'media geométrica de la quincena',
  last_three: 'promedio de las tres últimas',
};

const when_missing: Record<WhenMissing, string> = {
  nothing: 'sin análisis no suma ni resta',
  standard: 'sin análisis cuenta como el estándar',
  last_three: 'sin análisis se usa el promedio de las tres últimas',
  refuse: 'sin análisis no se puede pagar',
};

const entry: Record<EntryKind, string> = {
  settlement: 'Quincena',
  reversal: 'Extorno',
  payment_ordered: 'Pago ordenado',
  payment_confirmed: 'Pago confirmado',
  payment_refused: 'Pago rechazado',
  voucher: 'Comprobante',
  opening: 'Apertura',
  accrual: 'Leche aún no liquidada',
  premium: 'Prima por certificado',
  obligation: 'Deuda que se registra',
  year_end: 'Cierre del año',
  payment_returned: 'Pago devuelto',
  payment_misdirected: 'Pago a quien no era',
  sale: 'Venta',
  receipt: 'Cobro',
  capital: 'Capital de un socio',
  surplus_share: 'Reparto del excedente',
  depreciation: 'Depreciación',
  advance: 'Anticipo',
  stock: 'Almacén',
  bank_line: 'Movimiento del banco',
  merge: 'Unión de dos personas',
  compensation: 'Compensación',
};

const against: Record<DebtAgainst, string> = {
  opening: 'Es anterior a estos libros',
  bank: 'Se pagó por banco',
  cash: 'Se entregó en efectivo',
  sales_inputs: 'Se vendieron insumos propios',
};

const role: Record<Role, string> = {
  administrator: 'Administración',
  manager: 'Gerencia',
  accountant: 'Contabilidad',
  approver: 'Aprobación',
  collector: 'Acopio',
  producer: 'Productor',
  buyer: 'Comprador',
  auditor: 'Auditoría',
};

const state: Record<SettlementState, string> = {
  computed: 'Por aprobar',
  approved: 'Aprobada',
  posted: 'Registrada',
  withdrawn: 'Retirada',
};

const shift: Record<Shift, string> = { morning: 'mañana', evening: 'tarde' };
const outcome: Record<Outcome, string> = { accepted: 'Aceptada', rejected: 'Rechazada' };
const sex: Record<Sex, string> = { female: 'Mujer', male: 'Hombre', not_said: 'No lo dice' };
const membership: Record<MembershipKind, string> = { member: 'Socio', supplier: 'No socio' };
const import_kind: Record<ImportKind, string> = { deliveries: 'Entregas', analyses: 'Análisis' };
const language: Record<Language, string> = { es: 'Español', en: 'English' };
const source: Record<SourceKind, string> = {
  desk: 'Oficina', file: 'Archivo', device: 'Teléfono',
};
const basis: Record<DeductionBasis, string> = {
  per_unit: 'por unidad', of_gross: 'del bruto', obligation: 'cuotas que vencen',
};
const applies_to: Record<AppliesTo, string> = {
  everyone: 'Todos', members: 'Solo socios', non_members: 'Solo no socios',
};
const volume: Record<VolumeOf, string> = {
  producer: 'Cantidad del productor en la quincena',
  organisation: 'Cantidad de la organización en la quincena',
};
const rounding: Record<Rounding, string> = {
  half_up: 'la mitad hacia arriba', half_even: 'la mitad al par', down: 'hacia abajo',
};
const rounding_point: Record<RoundingPoint, string> = {
  delivery: 'en cada entrega', day: 'en cada día', period: 'en la quincena',
};
const lot_state: Record<LotState, string> = {
  dispatched: 'En camino',
  accepted: 'Aceptado',
  rejected: 'Rechazado',
  cancelled: 'Anulado',
};
const line_outcome: Record<LineOutcome, string> = {
  agreed: 'De acuerdo',
  rounding: 'Redondeo',
  corrected: 'Corregido según lo firmado',
  disputed: 'En disputa',
};
const dispute_end: Record<DisputeEnd, string> = {
  his: 'Como dice el comprador',
  ours: 'Como decimos nosotros',
  agreed: 'Lo acordado',
};
const due: Record<DueKind, string> = {
  delivery: 'Entrega esperada',
  buyer_payment: 'Pago del comprador',
  producer_payment: 'Pago a productores',
};
const breach: Record<BreachKind, string> = {
  late_payment: 'Pago atrasado',
  short_delivery: 'Entrega incompleta',
  missed_pick_up: 'Leche no recogida',
};
const side: Record<AgreementSide, string> = {
  ours: 'Nuestra parte',
  buyers: 'Parte del comprador',
};
const calendar: Record<CalendarPeriod, string> = {
  week: 'por semana',
  month: 'por mes',
};
/** Kinds of certificate are data; these are the ones that everybody has. */
const certificate: Record<string, string> = {
  tb_free: 'Hato libre de tuberculosis',
  brucellosis_free: 'Hato libre de brucelosis',
  organic: 'Orgánico',
};
/** The columns that a file of deliveries may have, beside the quality attributes. */
const column: Record<string, string> = {
  day: 'Día', shift: 'Turno', supplier: 'Productor', quantity: 'Cantidad', outcome: 'Resultado',
  reason: 'Motivo',
};

/** Why a line of the bank is held to be what it was matched with. */
const match_reason: Record<MatchReason, string> = {
  reference: 'La referencia',
  batch: 'El envío',
  document: 'El documento',
  amount: 'El monto',
  party: 'De quién o a quién',
  day: 'La fecha',
  opening: 'Saldo inicial',
  by_hand: 'Lo dijo una persona',
};

const voucher_state: Record<VoucherState, string> = {
  proposed: 'Por aprobar',
  posted: 'Registrado',
  rejected: 'Rechazado',
  reversed: 'Extornado',
};
const capital_kind: Record<CapitalKind, string> = {
  contribution: 'Aporte',
  refund: 'Devolución',
};
const input_kind: Record<InputKind, string> = {
  received: 'Ingreso',
  sold: 'Venta',
  counted: 'Conteo',
};
const payment_state: Record<PaymentState, string> = {
  ordered: 'Ordenado',
  sent: 'Enviado',
  unknown: 'Sin respuesta',
  paid: 'Pagado',
  refused: 'Rechazado',
  returned: 'Devuelto',
  misdirected: 'A quien no era',
  cancelled: 'Anulado',
};
const payment_method: Record<PaymentMethod, string> = {
  bank: 'Banco',
  cash: 'Efectivo',
};
const order_state: Record<OrderState, string> = {
  proposed: 'Por enviar',
  sent: 'Enviada',
  cancelled: 'Anulada',
};

export const words = {
  account, account_class, deduction, term, statistic, when_missing, entry, against, role, state,
  shift, outcome, sex, membership, import_kind, language, basis, applies_to, volume, rounding,
  rounding_point, certificate, column, source, lot_state, line_outcome, dispute_end, due, breach,
  side, calendar, match_reason, voucher_state, capital_kind, input_kind, payment_state,
  payment_method, order_state,
};
