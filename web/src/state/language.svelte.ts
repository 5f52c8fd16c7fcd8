// The language of the page: the reader's own once he is known, until then that of his browser.
import type { Language } from '../api/generated';
import { Format } from '../lib/format';
import { en } from '../lib/i18n/en';
import { es, type Texts } from '../lib/i18n/es';
import { choiceFrom } from '../lib/validation/validate';

const texts: Record<Language, Texts> = { es, en };
const formats: Record<Language, Format> = { es: new Format(es.locale), en: new Format(en.locale) };

export const languages: readonly Language[] = ['es', 'en'];

class Speech {
  language = $state<Language>(choiceFrom(languages, navigator.language.slice(0, 2)) ?? 'es');
  readonly t: Texts = $derived(texts[this.language]);
  readonly format: Format = $derived(formats[this.language]);

  /** Switches the page, at once and without asking the server. */
  speak(language: Language): void {
    this.language = language;
    document.documentElement.lang = language;
  }
}

export const speech = new Speech();
