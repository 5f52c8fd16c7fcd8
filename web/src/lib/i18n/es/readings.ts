import { pluralIn } from '../plural';

const plural = pluralIn('es-PE');

export const texts = {
  title: 'Anotar análisis',
  lead: 'Una hoja del laboratorio, de corrido y sin ratón.',
  keys: 'Enter baja, Tab va a la derecha, las flechas van por las celdas; Ctrl + Enter guarda. ' +
    'Vale la coma o el punto, y lo que se copia de una hoja de cálculo.',
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
  analysed: plural({
    one: '# muestra ya tiene su análisis.', other: '# muestras ya tienen su análisis.',
  }),
  show_analysed: 'Mostrarlas también: vale lo último',
};
