// What has just been done, said once at the foot of the page.

class Notice {
  text = $state('');
  #timer: ReturnType<typeof setTimeout> | undefined;

  say(text: string, milliseconds = 8000): void {
    this.text = text;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => (this.text = ''), milliseconds);
  }
}

export const notice = new Notice();
