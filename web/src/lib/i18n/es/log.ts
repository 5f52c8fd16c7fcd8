export const texts = {
  title: '¿Quién hizo qué?',
  lead: 'Todo lo que se hizo, lo más nuevo primero. Nada de esto se puede cambiar ni borrar.',
  when: 'Cuándo',
  who: 'Quién',
  who_hint: 'Su usuario',
  what: 'Qué',
  place: 'Número',
  none: 'No hay nada así.',
  newest: 'Lo más nuevo',
  earlier: 'Lo anterior',
  hash: 'Sello:',
};
