import { choices } from '../es_choices';
import { pluralIn } from '../plural';

const plural = pluralIn('es-PE');

export const texts = {
  title: 'Condiciones',
  lead:
    'Lo firmado sobre precio y descuentos. Cada versión rige desde su fecha; ninguna se borra.',
  none: 'Todavía no hay condiciones guardadas.',
  purchase: 'Con los proveedores',
  agreements: 'Con los compradores',
  standing: { now: 'rige hoy', coming: 'regirá', earlier: 'rigió antes' },
  of: { member: 'Para socios', supplier: 'Para no socios' },
  effective: (day: string) => `Rige desde el ${day}`,
  signed: (day: string) => `Firmado el ${day}`,
  signed_by: (who: string, when: string) => `Firmado por ${who} el ${when}`,
  withdraw: 'Retirar',
  withdraw_of: {
    withdraw_terms: {
      title: (about: string) => `¿Retirar estas condiciones? ${about}`,
      text: 'Solo si se firmaron por error y ninguna quincena registrada las usó. Vuelven a ' +
        'regir las anteriores; lo que estaba calculado se calcula otra vez.',
      done: 'Las condiciones fueron retiradas.',
    },
    withdraw_agreement: {
      title: (about: string) => `¿Retirar este acuerdo? ${about}`,
      text: 'Solo si se anotó por error. Vuelve a regir el anterior; los lotes ya aceptados ' +
        'quedan como están.',
      done: 'El acuerdo fue retirado.',
    },
    withdraw_sale_terms: {
      title: (about: string) => `¿Retirar las condiciones de venta? ${about}`,
      text: 'Solo si se anotaron por error. Los lotes ya aceptados quedan como están; después ' +
        'puede fijarlas otra vez.',
      done: 'Las condiciones de venta fueron retiradas.',
    },
  },
  sale: 'Además del precio',
  sale_none: 'No se fijó nada más: cada lote se paga el mismo día y no se tolera diferencia.',
  sale_set: 'Las condiciones de venta quedaron fijadas.',
  set_sale: 'Fijar plazo y tolerancias',
  pays_after: plural({
    one: 'Paga cada lote # día después de aceptarlo.',
    other: 'Paga cada lote # días después de aceptarlo.',
  }),
  tolerates: (weight: string, value: string) =>
    `Se tolera una diferencia de ${weight} en el peso y de ${value} en el valor de un lote.`,
  expects: (quantity: string, per: string, short: string) =>
    `Espera ${quantity} por ${per}; puede faltar ${short}.`,
  per: { week: 'semana', month: 'mes' },
  sale_field: {
    payment_days: 'Días hasta el pago',
    weight_tolerance: 'Tolerancia en el peso (%)',
    value_tolerance: 'Tolerancia en el valor (%)',
    expected: 'Cantidad esperada',
    expected_tolerance: 'Cuánto puede faltar (%)',
    per: 'En cada',
  },
  sale_days_hint: 'Desde que acepta el lote; vacío es el mismo día.',
  expected_hint: (unit: string) => `En ${unit}; vacío si no se acordó ninguna.`,
  price: 'Precio',
  price_caption: 'Reglas del precio, en su orden',
  rounding: (how: string, where: string) => `Se redondea ${where}, ${how}.`,
  fixed: (price: string, unit: string) => `${price} por ${unit}`,
  on_index: (index: string, factor: string, differential: string) =>
    `índice ${index} × ${factor} más ${differential}`,
  per_point: (rate: string, point: string, standard: string) =>
    `${rate} por cada ${point} sobre ${standard}; lo mismo se resta por debajo`,
  whole_points: 'solo cuentan los puntos enteros',
  component: (rate: string, what: string) => `${rate} por cada kg de ${what}`,
  premium: (rate: string) => `${rate} con certificado vigente ese día`,
  at_least: (price: string) => `nunca menos de ${price}`,
  at_most: (price: string) => `nunca más de ${price}`,
  grade_of: (number: string) => `grado ${number}`,
  waterfall: 'Descuentos',
  waterfall_caption: 'Descuentos, en el orden en que se sirven',
  rank: 'Orden',
  deduction: 'Descuento',
  asks: 'Cuánto pide',
  who: 'A quién',
  limits: 'Límites',
  of_gross: (rate: string) => `${rate} del bruto`,
  cap: (rate: string) => `Tope: entre todos no pasan del ${rate} del bruto.`,
  no_cap: 'Sin tope.',
  floor: (price: string, unit: string) =>
    `Piso: el productor conserva al menos ${price} por ${unit}.`,
  no_floor: 'Sin piso.',
  under_cap: 'bajo el tope',
  above_floor: 'respeta el piso',
  withheld_for: (code: string) => `para ${code}`,
  no_limits: 'sin límite',
  basis: choices.basis,
  volume: choices.volume,
  when_missing: choices.when_missing,
  applies_to: choices.applies_to,
};
