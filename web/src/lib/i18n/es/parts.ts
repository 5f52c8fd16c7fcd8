export const texts = {
  title: 'Piezas de la interfaz',
  lead: 'Cada pieza compartida, en cada uno de sus estados.',
  try: 'Probar',
  example_text: 'Un texto de ejemplo para ver cómo se lee.',
  example_name: 'Rosa Huamán',
  door: 'Así espera la página mientras alguien entra otra vez.',
  several: 'Solo se ve donde hay varios productos.',
  states: { empty: 'Vacío', busy: 'Trabajando', refused: 'Rechazado', ready: 'Listo' },
};
