// The Spanish of every choice that the server knows by a name.
import type {
  AccountClass, AccountRole, AgreementSide, CalendarPeriod, DebtAgainst, DeductionKind, DueKind,
  EntryKind, Language, MatchReason, MembershipKind, Outcome, PaymentView, Role, Rounding,
  RoundingPoint, SettlementState, Sex, Shift, Statistic, TermKind, VoucherView,
} from '../../api/generated';

/** Choices that have no name of their own in the document. */
type VoucherState = VoucherView['state'];
type PaymentState = PaymentView['state'];

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
const language: Record<Language, string> = { es: 'Español', en: 'English' };
const rounding: Record<Rounding, string> = {
  half_up: 'la mitad hacia arriba', half_even: 'la mitad al par', down: 'hacia abajo',
};
const rounding_point: Record<RoundingPoint, string> = {
  delivery: 'en cada entrega', day: 'en cada día', period: 'en la quincena',
};
const due: Record<DueKind, string> = {
  delivery: 'Entrega esperada',
  buyer_payment: 'Pago del comprador',
  producer_payment: 'Pago a productores',
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

export const words = {
  account, account_class, deduction, term, statistic, entry, against, role, state, shift, outcome,
  sex, membership, language, rounding, rounding_point, certificate, column, due, side, calendar,
  match_reason, voucher_state, payment_state,
};
