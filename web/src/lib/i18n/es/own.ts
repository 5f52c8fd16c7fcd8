import { pluralIn } from '../plural';

const plural = pluralIn('es-PE');

export const texts = {
  title: 'Hoy',
  newest: 'Su última quincena',
  why: 'Ver por qué',
  since: 'Su leche desde entonces',
  since_none: 'Desde entonces no hay entregas anotadas.',
  before: 'Quincenas anteriores',
  days: 'Leche de los últimos días',
  days_text: (days: number, first: string, last: string) =>
    `Leche de ${plural({ one: '# día', other: '# días' })(days)}, del ${first} al ${last}`,
  rejected: 'Rechazada',
};
