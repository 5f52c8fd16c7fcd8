/** Words that follow a number: "#" is the number, as the language writes it. */
export interface Forms {
  readonly one: string;
  readonly other: string;
}

/** Makes, for a language, functions that put a number into the form it asks for. */
export function pluralIn(locale: string): (forms: Forms) => (count: number) => string {
  const rules = new Intl.PluralRules(locale);
  const numbers = new Intl.NumberFormat(locale);
  return (forms) => (count) => {
    const form = rules.select(count) === 'one' ? forms.one : forms.other;
    return form.replaceAll('#', numbers.format(count));
  };
}
