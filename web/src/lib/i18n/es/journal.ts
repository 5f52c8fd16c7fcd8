import { pluralIn } from '../plural';

const plural = pluralIn('es-PE');

export const texts = {
  title: 'Diario',
  lead: 'Cada asiento, sin números perdidos; nada se borra.',
  account: 'Cuenta',
  any_account: 'todas',
  party: 'Parte',
  party_hint: 'Código de un proveedor o de otra parte',
  settlement: 'Quincena n.º',
  entries: plural({ one: '# asiento', other: '# asientos' }),
  none: 'No hay asientos con estas condiciones.',
  entry: (number: string) => `Asiento ${number}`,
  happened: (day: string) => `ocurrido el ${day}`,
  reverses: (number: string) => `extorna el asiento ${number}`,
  debit: 'Debe',
  credit: 'Haber',
  about: (code: string) => `por ${code}`,
  only: (number: string) => `Solo el asiento ${number}`,
  whole: 'Ver todo el diario',
  see_balances: 'Ver saldos',
};
