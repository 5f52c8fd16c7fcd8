// Who is signed in, for which organisation he works now, and what it deals in.
import { ask, questionOf, readerOf, type UseCase } from '../api/client';
import { forgetSeen, keepFor, keepSeen, lastSeen } from '../api/seen';
import type { OrganisationView, ProductView, Role } from '../api/generated';
import { leave, readSession, whoIsThere, type SessionView } from '../api/session';
import { forgetKept } from '../lib/kept';
import { tell } from '../lib/tabs';
import { may } from '../lib/rights';
import { idFrom } from '../lib/validation/validate';
import { route } from './route.svelte';
import { speech } from './language.svelte';

/** `lost`: the server no longer knows him, and his page waits behind the door. */
export type SessionState = 'asking' | 'out' | 'lost' | 'in' | 'unreachable';

/** What the answer to "who is there?" is kept under. */
const WHO = 'session';
/** He has signed out, and the server does not know yet. */
const LEAVING = 'ayni.leaving';
/** So long one waits before the reader of the last time is let in to what he saw. */
const PATIENCE = 4000;

class Session {
  state = $state<SessionState>('asking');
  user = $state.raw<SessionView>();
  products = $state.raw<readonly ProductView[]>([]);
  /** The organisation that the address names, or the first of his. */
  readonly organisation: OrganisationView | undefined = $derived.by(() => {
    const all = this.user?.organisations ?? [];
    const asked = idFrom(route.query.get('organisation'));
    return all.find((each) => each.id === asked) ?? all[0];
  });
  /** The product that the address names, or the first. */
  readonly product: ProductView | undefined = $derived.by(() => {
    const asked = route.query.get('product');
    return this.products.find((each) => each.code === asked) ?? this.products[0];
  });
  readonly roles: readonly Role[] = $derived(this.organisation?.roles ?? []);
  /** He sees only what is his own. */
  readonly isProducer = $derived(
    this.roles.length > 0 && this.roles.every((role) => role === 'producer'),
  );
  /** He buys, and sees only what left for him. */
  readonly isBuyer = $derived(
    this.roles.length > 0 && this.roles.every((role) => role === 'buyer'),
  );

  /** He only wants to look, and gives no code this time. */
  onlyLooks = $state(false);
  /** He has enrolled a telephone, and its code is asked before anything else. */
  readonly owesCode = $derived(this.user?.second_factor === 'missing' && !this.onlyLooks);

  may(use: UseCase): boolean {
    return may(this.roles, use);
  }

  /** Asks the server who this is; after it the pages know. Without a network it is who was there
   * last, for reading what he saw. */
  async begin(): Promise<void> {
    if (localStorage.getItem(LEAVING)) return this.leave();
    const late = setTimeout(() => void this.#recall(), PATIENCE);
    const answer = await whoIsThere();
    clearTimeout(late);
    if (!answer.ok) return this.#unknown(answer.error.status);
    if (this.user && this.user.login !== answer.value.login) this.state = 'out';
    await keepFor(answer.value.login);
    void keepSeen(WHO, JSON.stringify(answer.value), new Date());
    await this.#take(answer.value);
  }

  async #take(user: SessionView): Promise<void> {
    this.user = user;
    // Without the words of his language the other one serves.
    const spoken = speech.speak(user.language).catch(() => undefined);
    await Promise.all([spoken, this.loadProducts()]);
    this.state = 'in';
  }

  async #recall(): Promise<boolean> {
    const seen = await lastSeen(WHO, readSession);
    if (seen && this.state !== 'in') await this.#take(seen.value);
    return seen !== undefined;
  }

  async loadProducts(): Promise<void> {
    const organisation = this.organisation;
    if (!organisation) return;
    const input = { organisation: organisation.id };
    const question = questionOf('products', input);
    const answer = await ask('products', input);
    if (answer.ok) void keepSeen(question, JSON.stringify(answer.value), new Date());
    const found = answer.ok ? answer : await lastSeen(question, readerOf('products'));
    this.products = found?.value.products ?? [];
  }

  async #unknown(status: number): Promise<void> {
    if (this.state === 'in' && status === 401) this.lost();
    if (this.state === 'in' || this.state === 'lost') return;
    if (status === 0 && await this.#recall()) return;
    // What he typed stays for when he comes back; what he saw does not.
    if (status === 401) await forgetSeen();
    this.user = undefined;
    this.state = status === 401 ? 'out' : 'unreachable';
  }

  /** The server no longer knows him: to the door, and from there to his page as he left it. */
  lost(): void {
    if (this.state === 'in') this.state = 'lost';
  }

  /** Signed in just now. */
  async entered(): Promise<void> {
    localStorage.removeItem(LEAVING);
    await this.begin();
    tell({ kind: 'entered' });
  }

  /** Signs out; without a network the server hears of it as soon as there is one. */
  async leave(): Promise<void> {
    const answer = await leave();
    if (answer.ok) localStorage.removeItem(LEAVING);
    else if (answer.error.status !== 401) localStorage.setItem(LEAVING, '1');
    await this.gone();
    tell({ kind: 'left' });
  }

  /** Nothing of him stays in this browser. */
  async gone(): Promise<void> {
    forgetKept(sessionStorage);
    await forgetSeen();
    this.state = 'out';
    this.user = undefined;
    this.onlyLooks = false;
  }
}

export const session = new Session();
