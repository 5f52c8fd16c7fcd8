import { pluralIn } from '../plural';

const plural = pluralIn('es-PE');

export const texts = {
  milk: 'Leche de cada día',
  milk_text: (days: number) =>
    `Leche aceptada por día, ${plural({ one: '# día', other: '# días' })(days)}`,
  quality: 'Calidad con la que se pagó',
  quality_text: (name: string) => `${name}: el valor con el que se pagó cada día`,
  standard: 'norma',
};
