// Who is signed in, for which organisation he works now, and what it deals in.
import { ask, type Answer, type UseCase } from '../api/client';
import type { OrganisationView, ProductView, Role } from '../api/generated';
import { leave, whoIsThere, type SessionView } from '../api/session';
import { may } from '../lib/rights';
import { idFrom } from '../lib/validation/validate';
import { route } from './route.svelte';
import { speech } from './language.svelte';

export type SessionState = 'asking' | 'out' | 'in' | 'unreachable';

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

  /** He only wants to look, and gives no code this time. */
  onlyLooks = $state(false);
  /** He has enrolled a telephone, and its code is asked before anything else. */
  readonly owesCode = $derived(this.user?.second_factor === 'missing' && !this.onlyLooks);

  may(use: UseCase): boolean {
    return may(this.roles, use);
  }

  /** Asks the server who this is; after it the pages know. */
  async begin(): Promise<void> {
    const answer = await whoIsThere();
    if (!answer.ok) {
      this.user = undefined;
      this.state = answer.error.status === 401 ? 'out' : 'unreachable';
      return;
    }
    this.user = answer.value;
    // Without the words of his language the other one serves.
    const spoken = speech.speak(answer.value.language).catch(() => undefined);
    await Promise.all([spoken, this.loadProducts()]);
    this.state = 'in';
  }

  async loadProducts(): Promise<void> {
    const organisation = this.organisation;
    if (!organisation) return;
    const products = await ask('products', { organisation: organisation.id });
    this.products = products.ok ? products.value.products : [];
  }

  /** The server no longer knows him: back to the door, and from there to where he was. */
  lost(): void {
    if (this.state !== 'in') return;
    this.state = 'out';
    this.user = undefined;
  }

  async leave(): Promise<Answer<null>> {
    const answer = await leave();
    if (answer.ok || answer.error.status === 401) {
      this.state = 'out';
      this.user = undefined;
      this.onlyLooks = false;
    }
    return answer;
  }
}

export const session = new Session();
