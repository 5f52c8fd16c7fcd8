export const texts = {
  title: 'Who did what?',
  lead: 'Everything that was done, the newest first. None of it can be changed or deleted.',
  when: 'When',
  who: 'Who',
  who_hint: 'The name they sign in with',
  what: 'What',
  place: 'Number',
  none: 'There is nothing like that.',
  newest: 'The newest',
  earlier: 'Earlier',
  hash: 'Seal:',
};
