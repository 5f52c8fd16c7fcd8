// The texts of each room of the house: they come over the network with the pages that show them.
import type { House } from './es';

/** Where the texts of a room are; English has the type of Spanish, so that none is missing. */
export const rooms = {
  account: { es: () => import('./es/account'), en: () => import('./en/account') },
  assets: { es: () => import('./es/assets'), en: () => import('./en/assets') },
  balances: { es: () => import('./es/balances'), en: () => import('./en/balances') },
  buyers: { es: () => import('./es/buyers'), en: () => import('./en/buyers') },
  capital: { es: () => import('./es/capital'), en: () => import('./en/capital') },
  closings: { es: () => import('./es/closings'), en: () => import('./en/closings') },
  bank: { es: () => import('./es/bank'), en: () => import('./en/bank') },
  deliveries: { es: () => import('./es/deliveries'), en: () => import('./en/deliveries') },
  factor: { es: () => import('./es/factor'), en: () => import('./en/factor') },
  glossary: { es: () => import('./es/glossary'), en: () => import('./en/glossary') },
  health: { es: () => import('./es/health'), en: () => import('./en/health') },
  home: { es: () => import('./es/home'), en: () => import('./en/home') },
  import: { es: () => import('./es/import'), en: () => import('./en/import') },
  journal: { es: () => import('./es/journal'), en: () => import('./en/journal') },
  log: { es: () => import('./es/log'), en: () => import('./en/log') },
  lots: { es: () => import('./es/lots'), en: () => import('./en/lots') },
  obligations: { es: () => import('./es/obligations'), en: () => import('./en/obligations') },
  parts: { es: () => import('./es/parts'), en: () => import('./en/parts') },
  own: { es: () => import('./es/own'), en: () => import('./en/own') },
  payments: { es: () => import('./es/payments'), en: () => import('./en/payments') },
  people: { es: () => import('./es/people'), en: () => import('./en/people') },
  price: { es: () => import('./es/price'), en: () => import('./en/price') },
  quality: { es: () => import('./es/quality'), en: () => import('./en/quality') },
  readings: { es: () => import('./es/readings'), en: () => import('./en/readings') },
  reports: { es: () => import('./es/reports'), en: () => import('./en/reports') },
  settlement: { es: () => import('./es/settlement'), en: () => import('./en/settlement') },
  sources: { es: () => import('./es/sources'), en: () => import('./en/sources') },
  statement: { es: () => import('./es/statement'), en: () => import('./en/statement') },
  stock: { es: () => import('./es/stock'), en: () => import('./en/stock') },
  suppliers: { es: () => import('./es/suppliers'), en: () => import('./en/suppliers') },
  terms: { es: () => import('./es/terms'), en: () => import('./en/terms') },
  trend: { es: () => import('./es/trend'), en: () => import('./en/trend') },
  vouchers: { es: () => import('./es/vouchers'), en: () => import('./en/vouchers') },
  workshop: { es: () => import('./es/workshop'), en: () => import('./en/workshop') },
} as const;

export type Room = keyof typeof rooms;

/** The texts of every room. */
export type Furnished = {
  readonly [Each in Room]: Awaited<ReturnType<(typeof rooms)[Each]['es']>>['texts'];
};

/** What a page may say: the house, and the rooms that its route names. */
export type Texts = House & Furnished;

/** All rooms, for tests and for what shows every room. */
export async function everyRoom(language: 'es' | 'en'): Promise<Furnished> {
  const all = await Promise.all(Object.entries(rooms).map(async ([room, texts]) =>
    [room, (await texts[language]()).texts] as const));
  return Object.fromEntries(all) as Furnished;
}
