import { pluralIn } from '../plural';

const plural = pluralIn('es-PE');

export const texts = {
  title: 'Anotar análisis',
  lead: 'Una hoja del laboratorio, de corrido y sin ratón.',
  keys: 'Enter baja, Tab va a la derecha, las flechas van por las celdas; Ctrl + Enter guarda. ' +
    'Vale la coma o el punto, y lo que se copia de una hoja de cálculo.',
  apart: 'Salen las muestras cuya entrega no trae lectura. Un análisis que llegó aparte, en un ' +
    'archivo o en otra ventana, no se ve aquí; si se anota otra vez, vale lo último.',
  day: 'Día',
  shift: 'Turno',
  sample: 'Muestra',
  caption: 'Lecturas por anotar',
  missing: plural({ one: '# muestra sin lectura', other: '# muestras sin lectura' }),
  none: 'No falta ninguna lectura.',
  none_text: 'Elija otro día u otro turno.',
  field: (attribute: string, supplier: string) => `${attribute}, ${supplier}`,
  bounds: (least: string, most: string, unit: string) => `de ${least} a ${most} ${unit}`.trim(),
  fault: {
    no_number: () => 'No es un número.',
    too_many_places: (places: number) =>
      places === 0 ? 'Sin decimales.' : `Con ${places} decimales como máximo.`,
    outside: (bounds: string) => `Debe ser ${bounds}.`,
  },
  save: plural({ one: 'Guardar # muestra', other: 'Guardar # muestras' }),
  nothing: 'Escriba la primera lectura.',
  going: (done: string, of: string) => `Guardando ${done} de ${of}…`,
  faulty: plural({
    one: '# muestra tiene una lectura por corregir.',
    other: '# muestras tienen una lectura por corregir.',
  }),
  saved: plural({ one: '# análisis anotado.', other: '# análisis anotados.' }),
  refused: plural({
    one: '# muestra no se guardó; el motivo está junto a ella.',
    other: '# muestras no se guardaron; el motivo está junto a cada una.',
  }),
  done: 'Anotado',
  before: plural({
    one: '# muestra ya se anotó desde esta ventana.',
    other: '# muestras ya se anotaron desde esta ventana.',
  }),
  show_before: 'Mostrarlas otra vez',
};
