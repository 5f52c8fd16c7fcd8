// The Spanish of choices that only the pages of one room show: they are fetched with its texts.
import type {
  AppliesTo, BreachKind, CapitalMovementView, DeductionBasis, DisputeEnd, ImportKind,
  InputMovementView, LineOutcome, LotState, PaymentOrderView, PaymentView, SourceKind, VolumeOf,
  WhenMissing,
} from '../../api/generated';

/** Choices that have no name of their own in the document. */
type OrderState = PaymentOrderView['state'];
type PaymentMethod = PaymentView['method'];
type InputKind = InputMovementView['kind'];
type CapitalKind = CapitalMovementView['kind'];

const import_kind: Record<ImportKind, string> = { deliveries: 'Entregas', analyses: 'Análisis' };

const order_state: Record<OrderState, string> = {
  proposed: 'Por enviar',
  sent: 'Enviada',
  cancelled: 'Anulada',
};

const payment_method: Record<PaymentMethod, string> = {
  bank: 'Banco',
  cash: 'Efectivo',
};

const input_kind: Record<InputKind, string> = {
  received: 'Ingreso',
  sold: 'Venta',
  counted: 'Conteo',
};

const capital_kind: Record<CapitalKind, string> = {
  contribution: 'Aporte',
  refund: 'Devolución',
};

const dispute_end: Record<DisputeEnd, string> = {
  his: 'Como dice el comprador',
  ours: 'Como decimos nosotros',
  agreed: 'Lo acordado',
};

const line_outcome: Record<LineOutcome, string> = {
  agreed: 'De acuerdo',
  rounding: 'Redondeo',
  corrected: 'Corregido según lo firmado',
  disputed: 'En disputa',
};

const lot_state: Record<LotState, string> = {
  dispatched: 'En camino',
  accepted: 'Aceptado',
  rejected: 'Rechazado',
  cancelled: 'Anulado',
};

const source: Record<SourceKind, string> = {
  desk: 'Oficina', file: 'Archivo', device: 'Teléfono',
};

const breach: Record<BreachKind, string> = {
  late_payment: 'Pago atrasado',
  short_delivery: 'Entrega incompleta',
  missed_pick_up: 'Leche no recogida',
};

const basis: Record<DeductionBasis, string> = {
  per_unit: 'por unidad', of_gross: 'del bruto', obligation: 'cuotas que vencen',
};

const volume: Record<VolumeOf, string> = {
  producer: 'Cantidad del productor en la quincena',
  organisation: 'Cantidad de la organización en la quincena',
};

const when_missing: Record<WhenMissing, string> = {
  nothing: 'sin análisis no suma ni resta',
  standard: 'sin análisis cuenta como el estándar',
  last_three: 'sin análisis se usa el promedio de las tres últimas',
  refuse: 'sin análisis no se puede pagar',
};

const applies_to: Record<AppliesTo, string> = {
  everyone: 'Todos', members: 'Solo socios', non_members: 'Solo no socios',
};

export const choices = {
  import_kind, order_state, payment_method, input_kind, capital_kind, dispute_end, line_outcome,
  lot_state, source, breach, basis, volume, when_missing, applies_to,
};
