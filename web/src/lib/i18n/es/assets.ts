import { pluralIn } from '../plural';

const plural = pluralIn('es-PE');

export const texts = {
  title: 'Bienes',
  lead: 'Lo que dura: cuánto costó, cuánto se depreció y cuánto queda.',
  caption: 'Bienes por número',
  as_of: 'Al',
  none: 'No hay bienes inscritos.',
  none_text: 'Se inscribe lo que un comprobante llevó a «Bienes de uso».',
  name: 'Bien',
  since: 'Se usa desde',
  months: plural({ one: '# mes de vida', other: '# meses de vida' }),
  cost: 'Costo',
  depreciated: 'Depreciado',
  residual: 'Valor residual',
  worth: 'Queda',
  sum: 'Suma de lo que queda',
  state: 'Estado',
  in_use: 'En uso',
  gone: (day: string) => `De baja el ${day}`,
  entry: (number: string) => `Asiento ${number}`,
  dispose: 'Dar de baja',
  dispose_title: (name: string) => `Dar de baja: ${name}`,
  dispose_text: 'Sale de los libros con lo que le quedaba; lo que dio de más o de menos es ' +
    'ganancia o gasto.',
  day: 'Fecha',
  document: 'Documento',
  proceeds: 'Lo que dio',
  proceeds_hint: 'Si se vendió; vacío si no dio nada',
  into: 'Entró a',
  disposed: 'El bien quedó dado de baja.',
};
