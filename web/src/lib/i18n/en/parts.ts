import type { texts as es } from '../es/parts';

export const texts: typeof es = {
  title: 'Parts of the interface',
  lead: 'Each shared part, in each of its states.',
  try: 'Try',
  example_text: 'An example text, to see how it reads.',
  example_name: 'Rosa Huamán',
  states: { empty: 'Empty', busy: 'Working', refused: 'Refused', ready: 'Ready' },
};
