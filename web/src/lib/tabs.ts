// What the tabs of one browser tell each other: they share whoever is signed in.
import type { Language } from '../api/generated';

export type Told =
  | { readonly kind: 'left' }
  | { readonly kind: 'entered' }
  | { readonly kind: 'speaks'; readonly language: Language }
  /** Something was done: what another tab shows may be of before. */
  | { readonly kind: 'done' };

const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('ayni');

export function tell(told: Told): void {
  channel?.postMessage(told);
}

/** Hears the other tabs, until the page is left. */
export function hear(heard: (told: Told) => void): void {
  channel?.addEventListener('message', (event: MessageEvent<Told>) => heard(event.data));
}
