import { pluralIn } from '../plural';

const plural = pluralIn('es-PE');

export const texts = {
  title: 'Calidad',
  lead: 'Lo que hallaron los análisis que valen: cómo va, cómo se reparte y qué se aparta.',
  supplier: 'Proveedor',
  hamlet: 'Caserío',
  no_hamlet: 'Sin caserío',
  only_hamlet: (name: string) => `Solo el caserío ${name}`,
  only_supplier: (name: string) => `Solo ${name}`,
  show_all: 'Ver de todos',
  attribute: 'Qué se midió',
  by: 'Por grupos',
  group: { none: 'Todo junto', hamlet: 'Por caserío', supplier: 'Por proveedor' },
  none: 'No hay análisis en este período.',
  none_text: 'Cambie las fechas, importe un archivo del laboratorio o anote los análisis. Lo que ' +
    'se midió al recibir la leche está en Entregas.',
  samples: 'Muestras',
  median: 'Mediana',
  middle_half: 'Mitad del medio',
  span: 'Menor y mayor',
  from_to: (from: string, to: string) => `${from} a ${to}`,
  outliers: 'Atípicos',
  trend: 'Día por día',
  trend_text: (name: string) => `${name} día por día: la mediana, y entre qué valores está la ` +
    'mitad del medio',
  trend_single: (name: string) => `${name} día por día`,
  low_quartile: 'Primer cuartil',
  high_quartile: 'Tercer cuartil',
  distribution: 'Cómo se reparte',
  distribution_text: (name: string) => `Cuántas muestras hay en cada tramo de ${name}`,
  class: 'Tramo',
  class_from: (from: string) => `${from} o más`,
  class_to: (to: string) => `${to} o menos`,
  class_span: (from: string, to: string) => `${from}–${to}`,
  groups: { hamlet: 'Caserío por caserío', supplier: 'Proveedor por proveedor' },
  groups_text: 'La caja va del primer al tercer cuartil y su raya es la mediana; la línea va del ' +
    'menor al mayor, y una punta dice que sigue más allá. Todas en la misma escala.',
  least: 'Menor',
  most: 'Mayor',
  box: 'Figura',
  box_text: (least: string, low: string, middle: string, high: string, most: string) =>
    `de ${least} a ${most}; la mitad del medio de ${low} a ${high}; mediana ${middle}`,
  outliers_title: 'Valores atípicos',
  outliers_count: plural({
    one: '# muestra de las que se ven aquí se aparta',
    other: '# muestras de las que se ven aquí se apartan',
  }),
  outliers_text: (limits: readonly string[], unit: string) =>
    `${`Es atípico lo que está ${limits.join(' o ')} ${unit}`.trim()}.`,
  outliers_stay: 'Nada se quita: están contados en todos los números y dibujos de esta página, y ' +
    'en el pago. Puede ser un error del laboratorio o una vaca enferma: conviene mirarlo.',
  no_outliers: 'Ninguna muestra se aparta de las demás.',
  day: 'Día',
  value: 'Lectura',
  limit: 'Pasa el límite',
  below: (fence: string) => `bajo ${fence}`,
  above: (fence: string) => `sobre ${fence}`,
  by_how_much: 'Por cuánto',
  to_delivery: 'Ver la entrega',
  to_delivery_of: (supplier: string, day: string) => `Ver la entrega de ${supplier} del ${day}`,
};
