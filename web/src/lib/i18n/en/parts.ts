import type { texts as es } from '../es/parts';

export const texts: typeof es = {
  title: 'Parts of the interface',
  lead: 'Each shared part, in each of its states.',
  try: 'Try',
  example_text: 'An example text, to see how it reads.',
  example_name: 'Rosa Huamán',
  door: 'The page waits like this while somebody signs in again.',
  several: 'Only seen where there are several products.',
  states: { empty: 'Empty', busy: 'Working', refused: 'Refused', ready: 'Ready' },
};
