import type { texts as es } from '../es/readings';
import { pluralIn } from '../plural';

const plural = pluralIn('en');

export const texts: typeof es = {
  title: 'Write down analyses',
  lead: 'A sheet of the laboratory, in one go and without the mouse.',
  keys: 'Enter goes down, Tab to the right, arrows through the cells; Ctrl + Enter saves. ' +
    'A comma or a point will do, and what is copied from a spreadsheet.',
  day: 'Day',
  shift: 'Shift',
  sample: 'Sample',
  caption: 'Readings to write down',
  missing: plural({ one: '# sample without a reading', other: '# samples without a reading' }),
  none: 'No reading is missing.',
  none_text: 'Choose another day or shift.',
  field: (attribute, supplier) => `${attribute}, ${supplier}`,
  bounds: (least, most, unit) => `${least} to ${most} ${unit}`.trim(),
  fault: {
    no_number: () => 'This is no number.',
    too_many_places: (places) =>
      places === 0 ? 'Without decimals.' : `With ${places} decimals at most.`,
    outside: (bounds) => `Must be ${bounds}.`,
  },
  save: plural({ one: 'Save # sample', other: 'Save # samples' }),
  nothing: 'Type the first reading.',
  going: (done, of) => `Saving ${done} of ${of}…`,
  faulty: plural({
    one: '# sample has a reading to be put right.',
    other: '# samples have a reading to be put right.',
  }),
  saved: plural({ one: '# analysis written down.', other: '# analyses written down.' }),
  refused: plural({
    one: '# sample was not saved; why stands beside it.',
    other: '# samples were not saved; why stands beside each.',
  }),
  done: 'Written down',
  analysed: plural({
    one: '# sample has its analysis already.', other: '# samples have their analysis already.',
  }),
  show_analysed: 'Show them, too: the last one counts',
};
