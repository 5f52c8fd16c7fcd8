import { choices } from '../es_choices';
import { pluralIn } from '../plural';

const plural = pluralIn('es-PE');

export const texts = {
  title: 'Dispositivos',
  lead: 'Qué registra las entregas. Cada uno numera las suyas, y se sabe si falta alguna.',
  caption: 'Dispositivos por número',
  number: 'Número',
  name: 'Nombre',
  name_hint: 'Un teléfono de la ruta de acopio; uno reinstalado se registra de nuevo.',
  kind: 'Tipo',
  last: 'Último número',
  missing: 'Números que faltan',
  missing_some: plural({ one: 'Falta # registro', other: 'Faltan # registros' }),
  missing_none: 'Ninguno',
  add: 'Registrar un teléfono',
  added: (name: string) => `${name} quedó registrado.`,
  none: 'Todavía no se registró ningún dispositivo.',
  source: choices.source,
};
