export const texts = {
  title: 'Piezas de la interfaz',
  lead: 'Cada pieza compartida, en cada uno de sus estados.',
  try: 'Probar',
  example_text: 'Un texto de ejemplo para ver cómo se lee.',
  example_name: 'Rosa Huamán',
  states: { empty: 'Vacío', busy: 'Trabajando', refused: 'Rechazado', ready: 'Listo' },
};
