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
    look: 'Ver',
    other: 'Algo espera',
  },
};
