// What changes with every letter is asked about once the hands rest.

export class Rested<Value> {
  value = $state.raw<Value>();

  /** Must be made while a component is. The first value counts at once. */
  constructor(now: () => Value, milliseconds = 200) {
    let wait = 0;
    $effect(() => {
      const latest = now();
      const timer = setTimeout(() => (this.value = latest), wait);
      wait = milliseconds;
      return () => clearTimeout(timer);
    });
  }
}
