import { choices } from '../es_choices';
import { pluralIn } from '../plural';

const plural = pluralIn('es-PE');

export const texts = {
  title: 'Almacén',
  lead: 'Qué insumos hay, qué costaron, y todo lo que entró y salió.',
  caption: 'Insumos en almacén',
  as_of: 'Al',
  none: 'No hay nada en almacén.',
  in_store: 'Lo que hay',
  item: 'Insumo',
  any_item: 'todos',
  quantity: 'Cantidad',
  value: 'A su costo',
  sum: 'Suma',
  movements: plural({ one: '# movimiento', other: '# movimientos' }),
  movements_caption: 'Movimientos, los más nuevos primero',
  no_movements: 'No hay movimientos con estas condiciones.',
  day: 'Fecha',
  kind: 'Qué fue',
  party: 'Persona',
  party_hint: 'Código; vacío: todas',
  change: 'Cantidad',
  cost: 'Costo',
  price: 'Precio de venta',
  document: 'Documento',
  undone: 'Deshecho',
  entry_title: 'Asiento',
  input_kind: choices.input_kind,
};
