// The language of the page: the reader's own once he is known, until then that of his browser.
import type { Language } from '../api/generated';
import { Format } from '../lib/format';
import { es, type House } from '../lib/i18n/es';
import { rooms, type Furnished, type Room, type Texts } from '../lib/i18n/rooms';
import { choiceFrom } from '../lib/validation/validate';

const formats: Record<Language, Format> = { es: new Format(es.locale), en: new Format('en') };

/** Spanish is always there; another language comes once it is chosen. */
const house: Record<Language, () => Promise<House>> = {
  es: () => Promise.resolve(es),
  en: async () => (await import('../lib/i18n/en')).en,
};

export const languages: readonly Language[] = ['es', 'en'];

class Speech {
  language = $state<Language>('es');
  #said = $state.raw<House & Partial<Furnished>>(es);
  readonly #rooms = new Set<Room>();
  #wanted: Language = 'es';
  /** The texts of the house and of every room that was asked for: a page is shown once the rooms
   * that its route names are there. */
  readonly t: Texts = $derived(this.#said as Texts);
  readonly format: Format = $derived(formats[this.language]);

  /** Speaks the browser's language, if it is one of ours. */
  begin(): Promise<void> {
    return this.speak(choiceFrom(languages, navigator.language.slice(0, 2)) ?? 'es');
  }

  /** Switches the page once the words are there. Rejects when they could not be fetched. */
  async speak(language: Language): Promise<void> {
    this.#wanted = language;
    const said = await house[language]();
    const furnished: Partial<Furnished> = {};
    // Rooms may be opened while the words of others are on their way.
    const missing = () => [...this.#rooms].filter((room) => furnished[room] === undefined);
    while (missing().length > 0) {
      Object.assign(furnished, await this.#fetch(language, missing()));
    }
    if (this.#wanted !== language) return;
    this.#said = { ...said, ...furnished };
    this.language = language;
    document.documentElement.lang = language;
    const name = language === 'es' ? 'manifest' : `manifest.${language}`;
    document.querySelector('link[rel="manifest"]')?.setAttribute('href', `/${name}.webmanifest`);
  }

  /** Fetches the texts of rooms. Rejects when they could not be fetched. */
  async furnish(wanted: readonly Room[]): Promise<void> {
    const missing = wanted.filter((room) => !this.#rooms.has(room));
    if (missing.length === 0) return;
    const language = this.language;
    const furnished = await this.#fetch(language, missing);
    missing.forEach((room) => this.#rooms.add(room));
    if (language === this.language) this.#said = { ...this.#said, ...furnished };
    else await this.speak(this.#wanted);
  }

  async #fetch(language: Language, wanted: readonly Room[]): Promise<Partial<Furnished>> {
    const texts = await Promise.all(
      wanted.map(async (room) => [room, (await rooms[room][language]()).texts] as const),
    );
    return Object.fromEntries(texts) as Partial<Furnished>;
  }
}

export const speech = new Speech();
