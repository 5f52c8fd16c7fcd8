import { pluralIn } from '../plural';

const plural = pluralIn('es-PE');

export const texts = {
  receives: 'Recibe',
  milk: (quantity: string) => `Su leche: ${quantity}`,
  milk_text: (days: number) =>
    `Leche entregada por día, ${plural({ one: '# día', other: '# días' })(days)}`,
  accepted: 'Aceptada',
  rejected: 'Rechazada',
  rejected_text: (quantity: string) => `Se rechazaron ${quantity}; no se pagan.`,
  why: 'Por qué este pago',
  gross: 'Bruto',
  remaining: (amount: string) => `le quedan ${amount}`,
  as_picture: 'Verlo en un dibujo',
  picture_caption: 'De su leche a lo que recibe, línea por línea',
  late_changes: plural({ one: '# entrega cambió', other: '# entregas cambiaron' }),
  late_more: plural({ one: 'y # más', other: 'y # más' }),
  deliveries: 'Cada entrega y su precio',
  deliveries_hint: 'Abra una para ver cómo salió su precio.',
  disagree: 'Si algo no está bien',
  disagree_text:
    'Avise a la organización el día y el turno: cada entrega está guardada y lo que ' +
    'se corrija entra en la siguiente quincena.',
  over_time: 'Su leche y su calidad en el tiempo',
  message: 'Mensaje de texto',
  message_hint: plural({ one: '# letra', other: '# letras' }),
  pdf: 'Boleta (PDF)',
  all: 'Todas las boletas de la quincena',
  entry: (number: string) => `Asiento n.º ${number}`,
  none: 'En esta quincena no hay entregas aceptadas.',
  payment: {
    none: 'Todavía no tiene día de pago.',
    ordered: (amount: string, day: string, how: string) => `${amount} se pagan el ${day}, ${how}.`,
    sent: (amount: string, day: string, how: string) =>
      `${amount} están en camino desde el ${day}, ${how}.`,
    unknown: (amount: string, day: string, how: string) =>
      `${amount} salieron el ${day}, ${how}; se pregunta al banco si llegaron.`,
    paid: (amount: string, day: string, how: string) => `${amount} pagados el ${day}, ${how}.`,
    back: (amount: string, day: string, how: string) =>
      `${amount} no le llegaron el ${day}, ${how}; se le deben otra vez.`,
    bank: 'por el banco',
    cash: 'en efectivo',
  },
};
