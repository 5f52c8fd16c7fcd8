import { pluralIn } from '../plural';

const plural = pluralIn('es-PE');

export const texts = {
  title: 'Hoy',
  newest: (day: string) => `Última leche: ${day}`,
  waits: 'Le esperan a usted',
  nothing: 'Nada le espera. Todo está al día.',
  milk_of: (day: string) => `Leche del ${day}`,
  since_settlement: 'Leche sin liquidar',
  mean_price: 'Precio medio de la última quincena',
  to_pay: 'Saldo por pagar a productores',
  producers: plural({ one: '# productor', other: '# productores' }),
  days: 'Leche de los últimos días',
  days_text: (days: number, first: string, last: string) =>
    `Leche de ${plural({ one: '# día', other: '# días' })(days)}, del ${first} al ${last}`,
  all_deliveries: 'Ver las entregas',
  rejected: 'Rechazada',
  own: {
    newest: 'Su última quincena',
    why: 'Ver por qué',
    since: 'Su leche desde entonces',
    since_none: 'Desde entonces no hay entregas anotadas.',
    before: 'Quincenas anteriores',
  },
  item: {
    compute: (period: string) => `La quincena ${period} está lista para calcular`,
    compute_any: 'Hay una quincena lista para calcular',
    compute_text: plural({
      one: '# entrega; otra persona la aprobará', other: '# entregas; otra persona la aprobará',
    }),
    compute_act: 'Calcular',
    approve: (period: string) => `La quincena ${period} espera su aprobación`,
    approve_text: plural({ one: '# pago por revisar', other: '# pagos por revisar' }),
    approve_act: 'Revisar',
    post: (period: string) => `La quincena ${period} está aprobada y falta registrarla`,
    post_text: plural({
      one: '# boleta pasará a los libros', other: '# boletas pasarán a los libros',
    }),
    post_act: 'Registrar',
    analyses: plural({ one: '# muestra sin análisis', other: '# muestras sin análisis' }),
    analyses_text: 'Se aplicará lo que dicen las condiciones cuando falta un análisis.',
    analyses_act: 'Importar análisis',
    rejected: (period: string) => `Le devolvieron la quincena ${period}`,
    rejected_text: 'El motivo está en ella; corríjala y calcule otra vez.',
    rejected_cans: plural({ one: '# porongo rechazado', other: '# porongos rechazados' }),
    rejected_cans_text: 'No se pagan; el motivo está en cada entrega.',
    outdated: (period: string) => `Llegaron datos nuevos a la quincena ${period}`,
    outdated_text: 'Fue calculada sin ellos; calcule otra vez.',
    order_payments: (period: string) => `Falta ordenar pagos de la quincena ${period}`,
    order_payments_text: (count: number, amount: string) =>
      `${plural({ one: '# productor', other: '# productores' })(count)}, ${amount}`,
    order_payments_act: 'Ordenar',
    send_payments: (day: string) => `Una orden de pago del ${day} espera que usted la envíe`,
    payment_results: (day: string) => `Falta saber qué fue de los pagos del ${day}`,
    payment_results_act: 'Anotar',
    payments: (count: number, amount: string) =>
      `${plural({ one: '# pago', other: '# pagos' })(count)}, ${amount}`,
    review: 'Revisar',
    proposed: 'Otra persona lo propuso.',
    approve_voucher: plural({
      one: '# comprobante espera su aprobación', other: '# comprobantes esperan su aprobación',
    }),
    approve_refund: plural({
      one: '# devolución de aportes espera su aprobación',
      other: '# devoluciones de aportes esperan su aprobación',
    }),
    approve_surplus: 'El reparto del excedente espera su aprobación',
    late_buyer: (name: string) => `${name} tiene pagos vencidos`,
    late_buyer_text: (amount: string, day: string) => `${amount}; lo primero venció el ${day}`,
    late_buyer_act: 'Ver su cuenta',
    settle_disputes: plural({
      one: '# diferencia con un comprador por resolver',
      other: '# diferencias con compradores por resolver',
    }),
    settle_disputes_text: 'Su peso o su análisis no es el nuestro.',
    decide_lots: plural({
      one: '# lote salió y el comprador no lo aceptó aún',
      other: '# lotes salieron y el comprador no los aceptó aún',
    }),
    decide_lots_text: 'Sin aceptación no hay venta ni cobro.',
    explain_lines: plural({
      one: '# línea del banco por explicar', other: '# líneas del banco por explicar',
    }),
    explain_lines_text: 'El banco y los libros concuerdan cuando no queda ninguna.',
    explain_lines_act: 'Explicar',
    close_month: (month: string) => `Falta cerrar ${month}`,
    close_month_text: 'Después nada más lleva fecha de ese mes.',
    close_month_act: 'Cerrar',
    look: 'Ver',
    other: 'Algo espera',
  },
};
